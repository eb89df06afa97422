-- AlterTable
ALTER TABLE "batch_item" ADD COLUMN     "foreseen" TEXT;
