-- Documents that coaches hand in, their encrypted files, and what registrars decided on them.
-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "title" TEXT,
    "issuer" TEXT NOT NULL,
    "number" TEXT,
    "name_on_paper" TEXT NOT NULL,
    "grade" INTEGER,
    "issued_on" DATE NOT NULL,
    "valid_until" DATE,
    "hours" DECIMAL(5,1),
    "note" TEXT NOT NULL,
    "handed_in_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_file" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "claim_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_decision" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL,
    "issuer" TEXT,
    "number" TEXT,
    "issued_on" DATE,
    "valid_until" DATE,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claimant" (
    "person_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "latin_name" TEXT NOT NULL,
    "folded_names" TEXT NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "claimant_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "claim_submission_key_key" ON "claim"("submission_key");

-- CreateIndex
CREATE INDEX "claim_person_id_handed_in_at_idx" ON "claim"("person_id", "handed_in_at");

-- CreateIndex
CREATE INDEX "claim_closed_at_handed_in_at_id_idx" ON "claim"("closed_at", "handed_in_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_file_claim_id_position_key" ON "claim_file"("claim_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "claim_decision_claim_id_key" ON "claim_decision"("claim_id");

-- CreateIndex
CREATE INDEX "claimant_path_idx" ON "claimant"("path" text_pattern_ops);

-- AddForeignKey
ALTER TABLE "claim_file" ADD CONSTRAINT "claim_file_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains: columns with foreign keys.
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claimant" ADD CONSTRAINT "claimant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "claim" ADD CONSTRAINT "claim_dates" CHECK ("valid_until" IS NULL OR "valid_until" >= "issued_on");
ALTER TABLE "claim" ADD CONSTRAINT "claim_grade" CHECK ("grade" BETWEEN 1 AND 10);
