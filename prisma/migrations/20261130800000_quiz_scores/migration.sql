-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "score_percent" INTEGER;

-- Evidence of completed courses gets the result that the completion kept; a course without a quiz has none.
UPDATE "evidence" e SET "score_percent" = c."score_percent"
FROM "completion" c
WHERE e."type" = 'course' AND e."source_id" = c."id"::text
  AND EXISTS (SELECT 1 FROM "quiz_attempt" a WHERE a."enrolment_id" = c."enrolment_id" AND a."passed");
