-- Sounds that come after their master, such as an interpreter's.
CREATE TABLE "added_sound" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "offset_ms" INTEGER NOT NULL DEFAULT 0,
    "file_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "duration_ms" INTEGER,
    "refusal" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "added_sound_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "added_sound_asset_id_lang_idx" ON "added_sound"("asset_id", "lang");
ALTER TABLE "added_sound" ADD CONSTRAINT "added_sound_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "added_sound" ADD CONSTRAINT "added_sound_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A sound of the version that plays is the master's own, or an added one, shifted.
ALTER TABLE "media_audio_track" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'master',
ADD COLUMN "offset_ms" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "sound_id" UUID;
ALTER TABLE "media_audio_track" ADD CONSTRAINT "media_audio_track_sound_id_fkey" FOREIGN KEY ("sound_id") REFERENCES "added_sound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a file is sent for: a recording's master, or its sound in this language.
ALTER TABLE "upload" ADD COLUMN "sound_lang" TEXT;
