-- Number and birthday are moved in parts; rows that went whole are told apart now
INSERT INTO "union_move" ("union_id", "kind", "row_id")
SELECT "union_id", "kind", part FROM "union_move", unnest(ARRAY['iin', 'birth', 'row']) part
WHERE "kind" = 'identity' AND "row_id" = 'whole' ON CONFLICT DO NOTHING;
DELETE FROM "union_move" WHERE "kind" = 'identity' AND "row_id" = 'whole';

-- The places of both: where one of the two had none, the same as the first
ALTER TABLE "person_union" ADD COLUMN "second_path" TEXT NOT NULL DEFAULT '/';
UPDATE "person_union" SET "second_path" = "path";
ALTER TABLE "person_union" ALTER COLUMN "second_path" DROP DEFAULT;

-- Whatever names a person is looked for when two records are joined
CREATE INDEX "import_row_person_id_idx" ON "import_row"("person_id") WHERE "person_id" IS NOT NULL;
CREATE INDEX "import_pair_person_id_idx" ON "import_pair"("person_id") WHERE "person_id" IS NOT NULL;

-- CreateIndex
CREATE INDEX "former_holder_until_idx" ON "former_holder"("until");
