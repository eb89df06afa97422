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
