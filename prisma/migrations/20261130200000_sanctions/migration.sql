-- AlterTable
ALTER TABLE "decision" ADD COLUMN "proposer_id" UUID,
ADD COLUMN "legal_basis" TEXT,
ADD COLUMN "until" DATE;

-- An act that asks for two keys is never done with one.
ALTER TABLE "decision" ADD CONSTRAINT "decision_two_people" CHECK ("proposer_id" IS DISTINCT FROM "actor_id");

-- AlterTable
ALTER TABLE "revocation" ADD COLUMN "annulled_on" DATE,
ADD COLUMN "annulled_at" TIMESTAMPTZ(3),
ADD COLUMN "annul_decision_id" UUID;

-- DropIndex
DROP INDEX "revocation_qualification_id_key";

-- CreateIndex
CREATE UNIQUE INDEX "revocation_annul_decision_id_key" ON "revocation"("annul_decision_id");
CREATE INDEX "revocation_qualification_id_idx" ON "revocation"("qualification_id");
CREATE UNIQUE INDEX "revocation_open_key" ON "revocation"("qualification_id") WHERE "annulled_on" IS NULL;

-- CreateTable
CREATE TABLE "surrender" (
    "id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "decision_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "surrender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "decision_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "end_decision_id" UUID,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "pause_order" CHECK ("from" <= "until")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT,
    "legal_basis" TEXT,
    "effective_on" DATE NOT NULL,
    "until" DATE,
    "note" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "by_holder" BOOLEAN NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "decider_id" UUID,
    "answer" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "decision_id" UUID,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "proposal_two_people" CHECK ("outcome" = 'taken-back' OR "decider_id" IS DISTINCT FROM "proposer_id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "application_id" UUID,
    "application_decision_id" UUID,
    "qualification_id" UUID,
    "decision_id" UUID,
    "text" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "decider_id" UUID,
    "document" TEXT,
    "answer" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "appeal_one_decision" CHECK (num_nonnulls("application_decision_id", "decision_id") = 1)
);

-- CreateIndex
CREATE UNIQUE INDEX "surrender_qualification_id_key" ON "surrender"("qualification_id");
CREATE UNIQUE INDEX "surrender_decision_id_key" ON "surrender"("decision_id");
CREATE UNIQUE INDEX "pause_decision_id_key" ON "pause"("decision_id");
CREATE UNIQUE INDEX "pause_end_decision_id_key" ON "pause"("end_decision_id");
CREATE INDEX "pause_qualification_id_idx" ON "pause"("qualification_id");
CREATE INDEX "pause_period_id_idx" ON "pause"("period_id");
CREATE UNIQUE INDEX "proposal_decision_id_key" ON "proposal"("decision_id");
CREATE INDEX "proposal_qualification_id_proposed_at_idx" ON "proposal"("qualification_id", "proposed_at");
CREATE INDEX "proposal_closed_at_proposed_at_id_idx" ON "proposal"("closed_at", "proposed_at", "id");
CREATE UNIQUE INDEX "proposal_open_key" ON "proposal"("qualification_id", "act") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "appeal_application_decision_id_key" ON "appeal"("application_decision_id");
CREATE UNIQUE INDEX "appeal_decision_id_key" ON "appeal"("decision_id");
CREATE INDEX "appeal_person_id_submitted_at_idx" ON "appeal"("person_id", "submitted_at");
CREATE INDEX "appeal_closed_at_submitted_at_id_idx" ON "appeal"("closed_at", "submitted_at", "id");

-- An application that an appeal opened again is decided anew.
ALTER TABLE "application_decision" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 1;
DROP INDEX "application_decision_application_id_act_key_key";
CREATE UNIQUE INDEX "application_decision_application_id_round_act_key_key" ON "application_decision"("application_id", "round", "act", "key");

-- A period has one first document and those that correct it, each replacing the one before.
ALTER TABLE "credential" ADD COLUMN "replaces_id" UUID;
DROP INDEX "credential_period_id_key";
CREATE UNIQUE INDEX "credential_replaces_id_key" ON "credential"("replaces_id");
CREATE INDEX "credential_period_id_idx" ON "credential"("period_id");
CREATE UNIQUE INDEX "credential_first_key" ON "credential"("period_id") WHERE "replaces_id" IS NULL;

-- AddForeignKey
ALTER TABLE "surrender" ADD CONSTRAINT "surrender_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pause" ADD CONSTRAINT "pause_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pause" ADD CONSTRAINT "pause_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "licence_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "credential"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Foreign keys from one domain to another, which the models do not name.
ALTER TABLE "decision" ADD CONSTRAINT "decision_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_annul_decision_id_fkey" FOREIGN KEY ("annul_decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "surrender" ADD CONSTRAINT "surrender_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pause" ADD CONSTRAINT "pause_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pause" ADD CONSTRAINT "pause_end_decision_id_fkey" FOREIGN KEY ("end_decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_application_decision_id_fkey" FOREIGN KEY ("application_decision_id") REFERENCES "application_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decider_id_fkey" FOREIGN KEY ("decider_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
