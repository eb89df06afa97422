-- CreateTable
CREATE TABLE "code_version" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "text" JSONB NOT NULL,
    "in_force_from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "number" INTEGER,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "code_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_acceptance" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "code_version_submission_key_key" ON "code_version"("submission_key");

-- CreateIndex
CREATE INDEX "code_version_proposed_at_id_idx" ON "code_version"("proposed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "code_version_framework_id_number_key" ON "code_version"("framework_id", "number");

-- CreateIndex
CREATE INDEX "code_acceptance_version_id_person_id_idx" ON "code_acceptance"("version_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_acceptance_person_id_version_id_key" ON "code_acceptance"("person_id", "version_id");

-- AddForeignKey
ALTER TABLE "code_acceptance" ADD CONSTRAINT "code_acceptance_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "code_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "code_acceptance" ADD CONSTRAINT "code_acceptance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A number is given by a second registrar
ALTER TABLE "code_version" ADD CONSTRAINT "code_version_confirmed"
  CHECK ("number" IS NULL OR ("outcome" = 'confirmed' AND "decided_by" <> "proposed_by"));

-- One proposal of a federation waits at a time
CREATE UNIQUE INDEX "code_version_open_key" ON "code_version"("framework_id") WHERE "outcome" IS NULL;
