-- CreateTable
CREATE TABLE "technique" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number_in_class" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "set" TEXT,
    "kanji" TEXT NOT NULL,
    "kana" TEXT NOT NULL,
    "romaji" TEXT NOT NULL,
    "cyrillic" TEXT NOT NULL,
    "polivanov" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "meaning" JSONB NOT NULL,
    "restrictions" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "technique_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "technique_name" (
    "id" UUID NOT NULL,
    "technique_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "raw_key" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT,
    "source" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" UUID,

    CONSTRAINT "technique_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "technique_relation" (
    "id" UUID NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by" UUID,

    CONSTRAINT "technique_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_element" (
    "kanji" TEXT NOT NULL,
    "kana" TEXT NOT NULL,
    "meaning" JSONB NOT NULL,

    CONSTRAINT "name_element_pkey" PRIMARY KEY ("kanji")
);

-- CreateTable
CREATE TABLE "term" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "reading" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lexicon_state" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "lexicon_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "technique_position_key" ON "technique"("position");

-- CreateIndex
CREATE INDEX "technique_name_technique_id_idx" ON "technique_name"("technique_id");

-- CreateIndex
CREATE INDEX "technique_relation_from_id_idx" ON "technique_relation"("from_id");

-- CreateIndex
CREATE INDEX "technique_relation_to_id_idx" ON "technique_relation"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "term_position_key" ON "term"("position");

-- CreateIndex
CREATE INDEX "term_category_position_idx" ON "term"("category", "position");

-- AddForeignKey
ALTER TABLE "technique_name" ADD CONSTRAINT "technique_name_technique_id_fkey" FOREIGN KEY ("technique_id") REFERENCES "technique"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technique_relation" ADD CONSTRAINT "technique_relation_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "technique"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technique_relation" ADD CONSTRAINT "technique_relation_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "technique"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A name belongs to one technique; removed ones do not count
CREATE UNIQUE INDEX "technique_name_raw_key_key" ON "technique_name"("raw_key" COLLATE "C") WHERE "removed_at" IS NULL;

-- Two techniques are tied once in each way
CREATE UNIQUE INDEX "technique_relation_current_key" ON "technique_relation"("from_id" COLLATE "C", "to_id" COLLATE "C", "kind") WHERE "removed_at" IS NULL;

ALTER TABLE "technique_relation" ADD CONSTRAINT "technique_relation_two" CHECK ("from_id" <> "to_id");

-- First rows
INSERT INTO "lexicon_state" ("id", "version") VALUES (1, 1);
