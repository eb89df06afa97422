-- AlterTable
ALTER TABLE "rule_set_version" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "amendment" (
    "id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB,
    "rule_set_version_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment_act" (
    "id" UUID NOT NULL,
    "amendment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "sent" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "amendment_act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "amendment_level_id_opened_at_idx" ON "amendment"("level_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "amendment_act_amendment_id_position_key" ON "amendment_act"("amendment_id", "position");

-- AddForeignKey
ALTER TABLE "amendment_act" ADD CONSTRAINT "amendment_act_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open amendment of a level
CREATE UNIQUE INDEX "amendment_open_key" ON "amendment"("level_id") WHERE "closed_at" IS NULL;

-- Between domains
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_rule_set_version_id_fkey" FOREIGN KEY ("rule_set_version_id") REFERENCES "rule_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "amendment_act" ADD CONSTRAINT "amendment_act_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
