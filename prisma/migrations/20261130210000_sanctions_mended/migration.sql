-- AlterTable
ALTER TABLE "appeal" ADD COLUMN     "proposed_answer" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_document" TEXT,
ADD COLUMN     "proposer_id" UUID;

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "display_name" TEXT,
ADD COLUMN     "latin_name" TEXT,
ADD COLUMN     "wish_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "proposal_wish_id_key" ON "proposal"("wish_id");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_wish_id_fkey" FOREIGN KEY ("wish_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An act that needs two keys is never undone with one.
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_two_people" CHECK ("outcome" IS DISTINCT FROM 'allowed' OR "proposer_id" IS DISTINCT FROM "decider_id");

-- Foreign keys from one domain to another, which the models do not name.
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_proposer_id_fkey" FOREIGN KEY ("proposer_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
