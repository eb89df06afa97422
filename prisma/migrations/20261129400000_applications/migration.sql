-- CreateTable
CREATE TABLE "application_decision" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "key" INTEGER NOT NULL,
    "actor_id" UUID NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "application_decision_application_id_act_key_key" ON "application_decision"("application_id", "act", "key");

-- Decisions on applications move with their ids; those on awards stay.
INSERT INTO application_decision
  (id, application_id, act, key, actor_id, reason, note, "before", "after", effective_on, recorded_at)
SELECT id, application_id, act, key, actor_id, reason, note, "before", "after", effective_on, recorded_at
FROM decision WHERE application_id IS NOT NULL;
DELETE FROM decision WHERE qualification_id IS NULL;

-- AlterTable
ALTER TABLE "decision" DROP CONSTRAINT "decision_subject";
ALTER TABLE "decision" DROP CONSTRAINT "decision_qualification_id_fkey";
DROP INDEX "decision_application_id_act_key_key";
ALTER TABLE "decision" DROP COLUMN "application_id",
ALTER COLUMN "qualification_id" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "application_decision" ADD CONSTRAINT "application_decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "application_decision" ADD CONSTRAINT "application_decision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
