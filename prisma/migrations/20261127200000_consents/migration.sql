-- Persons shown in recordings with their consents, and seconds that were withdrawn.
CREATE TABLE "person_shown" (
    "id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_minor" BOOLEAN NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by" UUID NOT NULL,
    "consented_on" DATE,
    "given_by" TEXT,
    "abroad" BOOLEAN NOT NULL DEFAULT false,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_shown_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "person_shown_recording_id_name_idx" ON "person_shown"("recording_id", "name");
ALTER TABLE "person_shown" ADD CONSTRAINT "person_shown_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_shown" ADD CONSTRAINT "person_shown_added_by_fkey" FOREIGN KEY ("added_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "withdrawn_span" (
    "id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "start_ms" INTEGER NOT NULL,
    "end_ms" INTEGER NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,
    "marked_by" UUID NOT NULL,
    "cut_version" INTEGER,

    CONSTRAINT "withdrawn_span_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "withdrawn_span_asset_id_start_ms_end_ms_key" ON "withdrawn_span"("asset_id", "start_ms", "end_ms");
ALTER TABLE "withdrawn_span" ADD CONSTRAINT "withdrawn_span_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withdrawn_span" ADD CONSTRAINT "withdrawn_span_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withdrawn_span" ADD CONSTRAINT "withdrawn_span_marked_by_fkey" FOREIGN KEY ("marked_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "withdrawn_span" ADD CONSTRAINT "withdrawn_span_order" CHECK ("start_ms" >= 0 AND "end_ms" > "start_ms");
