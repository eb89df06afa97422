-- AlterTable
ALTER TABLE "equivalence_request_act" ADD COLUMN     "effective_on" DATE;

-- AlterTable
ALTER TABLE "equivalence" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3);

-- Those that are confirmed already
UPDATE "equivalence" e SET "confirmed_at" = a."recorded_at" FROM "equivalence_act" a
WHERE a."equivalence_id" = e."id" AND a."act" = 'confirm';

-- One proposal of an external level and a level at a time; a successor may stand beside the confirmed one
DROP INDEX "equivalence_open_key";
CREATE UNIQUE INDEX "equivalence_proposed_key" ON "equivalence"("external", "level_id") WHERE "closed_at" IS NULL AND "confirmed_at" IS NULL;

-- CreateTable
CREATE TABLE "claim_naming" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "external" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_naming_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "claim_naming_claim_id_key" ON "claim_naming"("claim_id");

-- CreateIndex
CREATE INDEX "claim_naming_external_idx" ON "claim_naming"("external");

-- AddForeignKey
ALTER TABLE "claim_naming" ADD CONSTRAINT "claim_naming_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains
ALTER TABLE "claim_naming" ADD CONSTRAINT "claim_naming_external_fkey" FOREIGN KEY ("external") REFERENCES "external_level"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "claim_naming" ADD CONSTRAINT "claim_naming_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
