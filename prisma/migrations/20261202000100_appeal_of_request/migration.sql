-- AlterTable
ALTER TABLE "appeal" ADD COLUMN     "request_act_id" UUID,
ADD COLUMN     "request_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "appeal_request_act_id_key" ON "appeal"("request_act_id");

-- Against one decision: of an application, on an award, or on a request for equivalence
ALTER TABLE "appeal" DROP CONSTRAINT "appeal_one_decision";
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_one_decision" CHECK (num_nonnulls("application_decision_id", "decision_id", "request_act_id") = 1 AND ("request_id" IS NULL) = ("request_act_id" IS NULL));

-- Between domains
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "equivalence_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_request_act_id_fkey" FOREIGN KEY ("request_act_id") REFERENCES "equivalence_request_act"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
