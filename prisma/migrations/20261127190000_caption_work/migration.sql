-- DropIndex
DROP INDEX "caption_cue_track_id_position_key";

-- AlterTable
ALTER TABLE "caption_cue" DROP COLUMN "position",
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "caption_track" ADD COLUMN     "completed_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "source_lang" TEXT;

-- CreateTable
CREATE TABLE "caption_decision" (
    "id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "decided_by" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caption_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caption_change" (
    "id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "removed" JSONB NOT NULL,
    "added" JSONB NOT NULL,
    "shift_ms" INTEGER,
    "from_ms" INTEGER,
    "changed_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "caption_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caption_import" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "caption_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "caption_decision_decided_by_idx" ON "caption_decision"("decided_by");

-- CreateIndex
CREATE INDEX "caption_decision_track_id_id_idx" ON "caption_decision"("track_id", "id");

-- CreateIndex
CREATE INDEX "caption_change_track_id_changed_by_id_idx" ON "caption_change"("track_id", "changed_by", "id");

-- CreateIndex
CREATE INDEX "caption_change_changed_by_idx" ON "caption_change"("changed_by");

-- CreateIndex
CREATE INDEX "caption_import_asset_id_idx" ON "caption_import"("asset_id");

-- CreateIndex
CREATE INDEX "caption_import_sent_by_sent_at_idx" ON "caption_import"("sent_by", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "caption_cue_track_id_start_ms_key" ON "caption_cue"("track_id", "start_ms");

-- AddForeignKey
ALTER TABLE "caption_decision" ADD CONSTRAINT "caption_decision_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "caption_track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "caption_change" ADD CONSTRAINT "caption_change_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "caption_track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Other domains' rows, by id.
ALTER TABLE "caption_decision" ADD CONSTRAINT "caption_decision_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "account"("id");
ALTER TABLE "caption_change" ADD CONSTRAINT "caption_change_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "account"("id");
ALTER TABLE "caption_import" ADD CONSTRAINT "caption_import_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id");
ALTER TABLE "caption_import" ADD CONSTRAINT "caption_import_sent_by_fkey" FOREIGN KEY ("sent_by") REFERENCES "account"("id");
