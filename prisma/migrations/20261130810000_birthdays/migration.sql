-- AlterTable
ALTER TABLE "identity" ADD COLUMN     "birth_given_at" TIMESTAMPTZ(3);
