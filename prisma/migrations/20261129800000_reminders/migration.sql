-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "distance" SMALLINT NOT NULL,
    "channel" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_day" (
    "day" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_day_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "reminder_person_id_sent_at_idx" ON "reminder"("person_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_period_id_subject_ends_on_distance_channel_key" ON "reminder"("period_id", "subject", "ends_on", "distance", "channel");

-- CreateIndex
CREATE INDEX "component_until_person_id_idx" ON "component"("until", "person_id");

-- Between domains
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "licence_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
