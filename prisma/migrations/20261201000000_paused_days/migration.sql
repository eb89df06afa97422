-- AlterTable
ALTER TABLE "licence_period" ADD COLUMN     "paused_days" INTEGER NOT NULL DEFAULT 0;

UPDATE "licence_period" p SET "paused_days" = z."days"
FROM (
  SELECT "period_id", sum(greatest(0, least("until", coalesce("ended_on" - 1, "until")) - "from" + 1))::int AS "days"
  FROM "pause" GROUP BY "period_id"
) z WHERE z."period_id" = p."id";

-- DropIndex
DROP INDEX "licence_period_until_id_path_idx";

-- The last day with the days that the clock stood still, which the models cannot name.
CREATE INDEX "licence_period_last_day_idx" ON "licence_period"(("until" + "paused_days"), "id", "path" text_pattern_ops);
