-- AlterTable
ALTER TABLE "equivalence_request_act" ADD COLUMN     "effective_on" DATE;
