-- AlterTable
ALTER TABLE "rule_set_version" ADD COLUMN     "cut_off_days" INTEGER NOT NULL DEFAULT 0;
