-- CreateTable
CREATE TABLE "chapter" (
    "id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "start_ms" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "technique_id" TEXT,

    CONSTRAINT "chapter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "shelf" SMALLINT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "is_inner" BOOLEAN NOT NULL,
    "lang" TEXT NOT NULL,
    "is_machine" BOOLEAN NOT NULL,
    "group_key" TEXT,
    "audience" TEXT NOT NULL,
    "available_until" DATE,
    "path" TEXT NOT NULL,
    "seconds" INTEGER,
    "title" TEXT NOT NULL,
    "title_lang" TEXT NOT NULL,
    "title_folded" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "technique_ids" TEXT[],
    "term_ids" TEXT[],
    "vector" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_key" (
    "document_id" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "shelf" SMALLINT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "search_key_pkey" PRIMARY KEY ("document_id","key")
);

-- CreateTable
CREATE TABLE "search_group" (
    "key" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "available_until" DATE,

    CONSTRAINT "search_group_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "search_state" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "search_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "chapter_technique_id_idx" ON "chapter"("technique_id");

-- CreateIndex
CREATE UNIQUE INDEX "chapter_recording_id_start_ms_key" ON "chapter"("recording_id", "start_ms");

-- CreateIndex
CREATE INDEX "search_document_group_key_kind_lang_idx" ON "search_document"("group_key", "kind", "lang");

-- CreateIndex
CREATE INDEX "search_document_technique_ids_idx" ON "search_document" USING GIN ("technique_ids");

-- CreateIndex
CREATE INDEX "search_document_term_ids_idx" ON "search_document" USING GIN ("term_ids");

-- CreateIndex
CREATE UNIQUE INDEX "search_document_kind_thing_id_is_inner_lang_key" ON "search_document"("kind", "thing_id", "is_inner", "lang");

-- AddForeignKey
ALTER TABLE "chapter" ADD CONSTRAINT "chapter_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_key" ADD CONSTRAINT "search_key_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "search_document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Each shelf has a word index of its own, so that fifty thousand captions do not hide five hundred courses. Without a
-- pending list: a saved text costs a little more, and a search never pays for it.
CREATE INDEX "search_document_things_idx" ON "search_document" USING gin ("vector") WITH (fastupdate = off) WHERE "shelf" = 1;
CREATE INDEX "search_document_parts_idx" ON "search_document" USING gin ("vector") WITH (fastupdate = off) WHERE "shelf" = 2;
CREATE INDEX "search_document_captions_idx" ON "search_document" USING gin ("vector") WITH (fastupdate = off) WHERE "shelf" = 3;
-- Titles that look like a mistyped query.
CREATE INDEX "search_document_title_idx" ON "search_document" USING gin ("title_folded" gin_trgm_ops) WHERE "shelf" < 3 AND NOT "is_inner";
-- Beginnings of titles while somebody types.
CREATE INDEX "search_key_order_idx" ON "search_key"("lang", "shelf", "key" COLLATE "C");
