-- A chapter shows a technique of the lexicon, or none.
ALTER TABLE "chapter" ADD CONSTRAINT "chapter_technique_id_fkey" FOREIGN KEY ("technique_id") REFERENCES "technique"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Courses are found by the search index; their own line of folded words has no reader any more.
DROP INDEX "course_version_search_text_idx";
ALTER TABLE "course_version" DROP COLUMN "search_text";
