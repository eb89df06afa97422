-- AlterTable
ALTER TABLE "course" ADD COLUMN     "age_groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "technique_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "term_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "theme" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "essay" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "technique_ids" TEXT[],
    "lesson_refs" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_theme" (
    "course_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,

    CONSTRAINT "course_theme_pkey" PRIMARY KEY ("course_id","theme_id")
);

-- CreateTable
CREATE TABLE "learning_path" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "age_group" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learning_path_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "path_step" (
    "path_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" JSONB NOT NULL,

    CONSTRAINT "path_step_pkey" PRIMARY KEY ("path_id","course_id")
);

-- CreateTable
CREATE TABLE "institution" (
    "organisation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "about" JSONB NOT NULL,
    "offers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "show_permission" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "url" TEXT,
    "image" BYTEA,
    "document" TEXT NOT NULL,
    "granted_by_office" TEXT NOT NULL,
    "granted_on" DATE NOT NULL,
    "until" DATE,
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "show_permission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instructor_profile" (
    "account_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "credit" JSONB NOT NULL,
    "about" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "instructor_profile_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "seminar" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "outcomes" JSONB NOT NULL,
    "place" JSONB NOT NULL,
    "zone" TEXT NOT NULL,
    "spoken" TEXT[],
    "interpreted" TEXT[],
    "technique_ids" TEXT[],
    "points" INTEGER NOT NULL,
    "places" INTEGER,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,

    CONSTRAINT "seminar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seminar_host" (
    "seminar_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "organisation_id" UUID,
    "name" JSONB NOT NULL,

    CONSTRAINT "seminar_host_pkey" PRIMARY KEY ("seminar_id","position")
);

-- CreateTable
CREATE TABLE "seminar_session" (
    "id" UUID NOT NULL,
    "seminar_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "seminar_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seminar_recording" (
    "seminar_id" UUID NOT NULL,
    "recording_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" JSONB,

    CONSTRAINT "seminar_recording_pkey" PRIMARY KEY ("seminar_id","recording_id")
);

-- CreateTable
CREATE TABLE "seminar_instructor" (
    "seminar_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "seminar_instructor_pkey" PRIMARY KEY ("seminar_id","account_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "theme_slug_key" ON "theme"("slug");

-- CreateIndex
CREATE INDEX "theme_organisation_id_idx" ON "theme"("organisation_id");

-- CreateIndex
CREATE INDEX "theme_position_slug_idx" ON "theme"("position", "slug");

-- CreateIndex
CREATE INDEX "course_theme_theme_id_idx" ON "course_theme"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "learning_path_slug_key" ON "learning_path"("slug");

-- CreateIndex
CREATE INDEX "learning_path_organisation_id_idx" ON "learning_path"("organisation_id");

-- CreateIndex
CREATE INDEX "learning_path_position_slug_idx" ON "learning_path"("position", "slug");

-- CreateIndex
CREATE INDEX "path_step_course_id_idx" ON "path_step"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "path_step_path_id_position_key" ON "path_step"("path_id", "position");

-- CreateIndex
CREATE INDEX "institution_position_organisation_id_idx" ON "institution"("position", "organisation_id");

-- CreateIndex
CREATE INDEX "show_permission_organisation_id_idx" ON "show_permission"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "instructor_profile_slug_key" ON "instructor_profile"("slug");

-- CreateIndex
CREATE INDEX "instructor_profile_organisation_id_idx" ON "instructor_profile"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "seminar_slug_key" ON "seminar"("slug");

-- CreateIndex
CREATE INDEX "seminar_organisation_id_idx" ON "seminar"("organisation_id");

-- CreateIndex
CREATE INDEX "seminar_ends_at_id_idx" ON "seminar"("ends_at", "id");

-- CreateIndex
CREATE INDEX "seminar_host_organisation_id_idx" ON "seminar_host"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "seminar_session_seminar_id_position_key" ON "seminar_session"("seminar_id", "position");

-- CreateIndex
CREATE INDEX "seminar_recording_recording_id_idx" ON "seminar_recording"("recording_id");

-- CreateIndex
CREATE UNIQUE INDEX "seminar_recording_seminar_id_position_key" ON "seminar_recording"("seminar_id", "position");

-- CreateIndex
CREATE INDEX "seminar_instructor_account_id_idx" ON "seminar_instructor"("account_id");

-- CreateIndex
CREATE INDEX "caption_track_lang_asset_id_idx" ON "caption_track"("lang", "asset_id");

-- CreateIndex
CREATE INDEX "course_age_groups_idx" ON "course" USING GIN ("age_groups");

-- CreateIndex
CREATE INDEX "media_audio_track_lang_asset_id_idx" ON "media_audio_track"("lang", "asset_id");

-- CreateIndex
CREATE INDEX "recording_published_by_idx" ON "recording"("published_by");

-- CreateIndex
CREATE INDEX "recording_published_at_id_idx" ON "recording"("published_at", "id");

-- AddForeignKey
ALTER TABLE "course_theme" ADD CONSTRAINT "course_theme_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_theme" ADD CONSTRAINT "course_theme_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_step" ADD CONSTRAINT "path_step_path_id_fkey" FOREIGN KEY ("path_id") REFERENCES "learning_path"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "path_step" ADD CONSTRAINT "path_step_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seminar_host" ADD CONSTRAINT "seminar_host_seminar_id_fkey" FOREIGN KEY ("seminar_id") REFERENCES "seminar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seminar_session" ADD CONSTRAINT "seminar_session_seminar_id_fkey" FOREIGN KEY ("seminar_id") REFERENCES "seminar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seminar_recording" ADD CONSTRAINT "seminar_recording_seminar_id_fkey" FOREIGN KEY ("seminar_id") REFERENCES "seminar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seminar_instructor" ADD CONSTRAINT "seminar_instructor_seminar_id_fkey" FOREIGN KEY ("seminar_id") REFERENCES "seminar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Keys between domains
ALTER TABLE "theme" ADD CONSTRAINT "theme_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "learning_path" ADD CONSTRAINT "learning_path_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "seminar" ADD CONSTRAINT "seminar_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "seminar" ADD CONSTRAINT "seminar_published_by_fkey" FOREIGN KEY ("published_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "seminar_host" ADD CONSTRAINT "seminar_host_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "seminar_recording" ADD CONSTRAINT "seminar_recording_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "seminar_instructor" ADD CONSTRAINT "seminar_instructor_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "institution" ADD CONSTRAINT "institution_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "show_permission" ADD CONSTRAINT "show_permission_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "show_permission" ADD CONSTRAINT "show_permission_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "show_permission" ADD CONSTRAINT "show_permission_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instructor_profile" ADD CONSTRAINT "instructor_profile_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "instructor_profile" ADD CONSTRAINT "instructor_profile_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The catalogue by its filters and in its orders; only current versions are ever listed
CREATE INDEX "course_version_current_level_idx" ON "course_version"("level", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_current_hours_idx" ON "course_version"("hours", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_current_new_idx" ON "course_version"("published_at", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_current_mandatory_idx" ON "course_version"("course_id") WHERE "mandatory" AND "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_title_kk_idx" ON "course_version"((coalesce("title" #>> '{kk,text}', "title" #>> '{ru,text}', "title" #>> '{en,text}', "title" #>> '{ja,text}', '')) COLLATE "kk-x-icu", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_title_ru_idx" ON "course_version"((coalesce("title" #>> '{ru,text}', "title" #>> '{en,text}', "title" #>> '{kk,text}', "title" #>> '{ja,text}', '')) COLLATE "ru-x-icu", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_title_ja_idx" ON "course_version"((coalesce("title" #>> '{ja,text}', "title" #>> '{en,text}', "title" #>> '{ru,text}', "title" #>> '{kk,text}', '')) COLLATE "ja-x-icu", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;
CREATE INDEX "course_version_title_en_idx" ON "course_version"((coalesce("title" #>> '{en,text}', "title" #>> '{ru,text}', "title" #>> '{ja,text}', "title" #>> '{kk,text}', '')) COLLATE "en-x-icu", "course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;

-- What a row must hold
ALTER TABLE "seminar" ADD CONSTRAINT "seminar_order" CHECK ("starts_at" <= "ends_at");
ALTER TABLE "show_permission" ADD CONSTRAINT "show_permission_order" CHECK ("until" IS NULL OR "granted_on" <= "until");
ALTER TABLE "show_permission" ADD CONSTRAINT "show_permission_withdrawal" CHECK (("withdrawn_by" IS NULL) = ("withdrawn_at" IS NULL));
