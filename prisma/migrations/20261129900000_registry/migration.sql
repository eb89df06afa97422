-- AlterTable
ALTER TABLE "licence_period" ADD COLUMN "path" TEXT NOT NULL DEFAULT '/';
UPDATE "licence_period" p SET "path" = h."path"
FROM "qualification" q JOIN "holder" h ON h."person_id" = q."person_id" WHERE q."id" = p."qualification_id";

-- CreateTable
CREATE TABLE "saved_filter" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_filter_person_id_name_key" ON "saved_filter"("person_id", "name");

-- Between domains
ALTER TABLE "saved_filter" ADD CONSTRAINT "saved_filter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The office's register by last day, with the place beside it; by name as Kazakh has it; the longest grace at once
DROP INDEX "licence_period_until_id_idx";
CREATE INDEX "licence_period_until_id_path_idx" ON "licence_period"("until", "id", "path" text_pattern_ops);
CREATE INDEX "licence_period_grace_idx" ON "licence_period"(("grace_until" - "until"));
CREATE INDEX "holder_name_order_idx" ON "holder"("display_name" COLLATE "kk-x-icu");
