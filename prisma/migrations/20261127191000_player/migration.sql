-- AlterTable
ALTER TABLE "media_asset" ADD COLUMN     "frames_per_second" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "viewing_position" (
    "person_id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "position_sec" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "viewing_position_pkey" PRIMARY KEY ("person_id","recording_id")
);

-- CreateTable
CREATE TABLE "viewing_choice" (
    "person_id" UUID NOT NULL,
    "audio" TEXT,
    "captions" TEXT[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "viewing_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "viewing_position_recording_id_idx" ON "viewing_position"("recording_id");

-- Between domains: id columns with foreign keys, no relations of the schema.
ALTER TABLE "viewing_position" ADD CONSTRAINT "viewing_position_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "viewing_position" ADD CONSTRAINT "viewing_position_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "viewing_choice" ADD CONSTRAINT "viewing_choice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
