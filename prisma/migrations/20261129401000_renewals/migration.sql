-- AlterTable
ALTER TABLE "application" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'award';
ALTER TABLE "evidence" ADD COLUMN "category" TEXT NOT NULL DEFAULT 'other';
ALTER TABLE "rule_set_version" ADD COLUMN "points" JSONB,
ADD COLUMN "reinstatement" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "licence_period" ADD COLUMN "application_id" UUID;

-- Points of courses and examinations are of their kind.
UPDATE evidence SET category = type WHERE type IN ('course', 'practical');

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "evidence_id" UUID,
    "category" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "rule_set_version_id" UUID NOT NULL,
    "turn" INTEGER,
    "reverses_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "licence_period_application_id_key" ON "licence_period"("application_id");
CREATE UNIQUE INDEX "ledger_entry_reverses_id_key" ON "ledger_entry"("reverses_id");
CREATE INDEX "ledger_entry_person_id_framework_id_idx" ON "ledger_entry"("person_id", "framework_id");
CREATE UNIQUE INDEX "ledger_entry_evidence_id_framework_id_turn_key" ON "ledger_entry"("evidence_id", "framework_id", "turn");

-- Between domains
ALTER TABLE "licence_period" ADD CONSTRAINT "licence_period_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "licence_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_rule_set_version_id_fkey" FOREIGN KEY ("rule_set_version_id") REFERENCES "rule_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
