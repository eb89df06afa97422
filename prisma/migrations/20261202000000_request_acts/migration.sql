-- DropIndex
DROP INDEX "equivalence_request_act_request_id_act_key";

-- CreateIndex
CREATE INDEX "equivalence_request_act_request_id_recorded_at_id_idx" ON "equivalence_request_act"("request_id", "recorded_at", "id");

-- What closes a request for good comes once; proposals, their withdrawals and refusals may come again
CREATE UNIQUE INDEX "equivalence_request_act_once_key" ON "equivalence_request_act"("request_id", "act") WHERE "act" IN ('grant', 'return', 'withdraw', 'revoke');
