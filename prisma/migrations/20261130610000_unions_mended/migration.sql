-- Number and birthday are moved in parts; rows that went whole are told apart now
INSERT INTO "union_move" ("union_id", "kind", "row_id")
SELECT "union_id", "kind", part FROM "union_move", unnest(ARRAY['iin', 'birth', 'row']) part
WHERE "kind" = 'identity' AND "row_id" = 'whole' ON CONFLICT DO NOTHING;
DELETE FROM "union_move" WHERE "kind" = 'identity' AND "row_id" = 'whole';
