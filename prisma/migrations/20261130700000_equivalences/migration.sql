-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "external" TEXT;

-- AlterTable
ALTER TABLE "claim_decision" ADD COLUMN     "external" TEXT;

-- CreateTable
CREATE TABLE "equivalence" (
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "external" TEXT NOT NULL,
    "level_id" UUID NOT NULL,
    "counts" TEXT[],
    "conditions" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "equivalence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equivalence_act" (
    "id" UUID NOT NULL,
    "equivalence_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "equivalence_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equivalence_request" (
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "evidence_ids" UUID[],
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "equivalence_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equivalence_request_act" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "counts" TEXT[],
    "document" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "equivalence_request_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_framework" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "issuer" JSONB NOT NULL,
    "country" TEXT,
    "source" TEXT NOT NULL,
    "note" JSONB NOT NULL,

    CONSTRAINT "external_framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_level" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "framework_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "note" JSONB NOT NULL,
    "grade" INTEGER,

    CONSTRAINT "external_level_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "equivalence_submission_key_key" ON "equivalence"("submission_key");

-- CreateIndex
CREATE INDEX "equivalence_external_level_id_idx" ON "equivalence"("external", "level_id");

-- CreateIndex
CREATE INDEX "equivalence_closed_at_proposed_at_id_idx" ON "equivalence"("closed_at", "proposed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "equivalence_act_equivalence_id_act_key" ON "equivalence_act"("equivalence_id", "act");

-- CreateIndex
CREATE UNIQUE INDEX "equivalence_request_submission_key_key" ON "equivalence_request"("submission_key");

-- CreateIndex
CREATE INDEX "equivalence_request_person_id_asked_at_idx" ON "equivalence_request"("person_id", "asked_at");

-- CreateIndex
CREATE INDEX "equivalence_request_closed_at_asked_at_id_idx" ON "equivalence_request"("closed_at", "asked_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "equivalence_request_act_request_id_act_key" ON "equivalence_request_act"("request_id", "act");

-- CreateIndex
CREATE UNIQUE INDEX "external_framework_slug_key" ON "external_framework"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "external_level_slug_key" ON "external_level"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "external_level_framework_id_rank_key" ON "external_level"("framework_id", "rank");

-- CreateIndex
CREATE INDEX "claim_decision_external_idx" ON "claim_decision"("external");

-- AddForeignKey
ALTER TABLE "equivalence_act" ADD CONSTRAINT "equivalence_act_equivalence_id_fkey" FOREIGN KEY ("equivalence_id") REFERENCES "equivalence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equivalence_request_act" ADD CONSTRAINT "equivalence_request_act_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "equivalence_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_level" ADD CONSTRAINT "external_level_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "external_framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains
ALTER TABLE "claim" ADD CONSTRAINT "claim_external_fkey" FOREIGN KEY ("external") REFERENCES "external_level"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_decision" ADD CONSTRAINT "claim_decision_external_fkey" FOREIGN KEY ("external") REFERENCES "external_level"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_external_fkey" FOREIGN KEY ("external") REFERENCES "external_level"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "equivalence" ADD CONSTRAINT "equivalence_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "equivalence_act" ADD CONSTRAINT "equivalence_act_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "equivalence_request" ADD CONSTRAINT "equivalence_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "equivalence_request" ADD CONSTRAINT "equivalence_request_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "equivalence_request_act" ADD CONSTRAINT "equivalence_request_act_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open equivalence of an external level and a level, one open request of a person for a level
CREATE UNIQUE INDEX "equivalence_open_key" ON "equivalence"("external", "level_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "equivalence_request_open_key" ON "equivalence_request"("person_id", "level_id") WHERE "closed_at" IS NULL;
