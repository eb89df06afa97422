-- CreateTable
CREATE TABLE "password" (
    "account_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "second_factor" (
    "account_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caption_track" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caption_track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caption_cue" (
    "id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "start_ms" INTEGER NOT NULL,
    "end_ms" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "caption_cue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_version" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "outcomes" JSONB NOT NULL,
    "credit" JSONB NOT NULL,
    "level" INTEGER NOT NULL,
    "hours" DECIMAL(5,1) NOT NULL,
    "points" INTEGER NOT NULL,
    "mandatory" BOOLEAN NOT NULL,
    "validity_months" INTEGER,
    "pass_percent" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "component" TEXT,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "course_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "module" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,

    CONSTRAINT "module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "body" JSONB,
    "checklist" JSONB,
    "sources" JSONB,
    "minutes" INTEGER NOT NULL,
    "recording_id" UUID,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "prompt" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "correct" INTEGER[],
    "explanation" JSONB NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_prerequisite" (
    "version_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,

    CONSTRAINT "course_prerequisite_pkey" PRIMARY KEY ("version_id","course_id")
);

-- CreateTable
CREATE TABLE "number_counter" (
    "framework_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_counter_pkey" PRIMARY KEY ("framework_id","year")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "snapshot" JSONB NOT NULL,
    "languages" TEXT[],
    "template_version" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential_document" (
    "credential_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "rendered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_document_pkey" PRIMARY KEY ("credential_id")
);

-- CreateTable
CREATE TABLE "register_consent" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "listed" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "register_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "serial" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("serial")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "component" TEXT,
    "hours" DECIMAL(5,1),
    "points" INTEGER NOT NULL DEFAULT 0,
    "occurred_on" DATE NOT NULL,
    "valid_until" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "assessor_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "remarks" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "second_signer_id" UUID,
    "second_signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "zone" TEXT NOT NULL,
    "number_prefix" TEXT NOT NULL,
    "signatories" JSONB NOT NULL,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_version" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "framework_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "level" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_set_version" (
    "id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "prerequisites" JSONB NOT NULL,
    "components" JSONB NOT NULL,
    "expiry" JSONB NOT NULL,
    "window_months" INTEGER NOT NULL,
    "grace_months" INTEGER NOT NULL,
    "keys_required" INTEGER NOT NULL,

    CONSTRAINT "rule_set_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "course_version_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_progress" (
    "enrolment_id" UUID NOT NULL,
    "lesson_id" UUID NOT NULL,
    "watched" int4multirange,
    "position_sec" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "checked" INTEGER[],
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "lesson_progress_pkey" PRIMARY KEY ("enrolment_id","lesson_id")
);

-- CreateTable
CREATE TABLE "quiz_attempt" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB NOT NULL,
    "order" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "score_percent" INTEGER,
    "passed" BOOLEAN,

    CONSTRAINT "quiz_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_on" DATE NOT NULL,
    "score_percent" INTEGER NOT NULL,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holder" (
    "person_id" UUID NOT NULL,
    "display_name" TEXT NOT NULL,
    "latin_name" TEXT NOT NULL,
    "folded_names" TEXT NOT NULL,
    "organisation_id" UUID,
    "path" TEXT NOT NULL,

    CONSTRAINT "holder_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "rule_set_version_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "languages" TEXT[],
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "application_id" UUID,
    "qualification_id" UUID,
    "act" TEXT NOT NULL,
    "key" INTEGER NOT NULL,
    "actor_id" UUID NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL,
    "document" TEXT,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "level_id" UUID NOT NULL,
    "application_id" UUID,
    "awarded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "licence_period" (
    "id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "window_opens" DATE NOT NULL,
    "grace_until" DATE NOT NULL,
    "rule_set_version_id" UUID NOT NULL,
    "components" TEXT[],
    "zone" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "licence_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "component" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "evidence_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspension" (
    "id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_on" DATE,
    "lifted_at" TIMESTAMPTZ(3),
    "lift_decision_id" UUID,

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revocation" (
    "id" UUID NOT NULL,
    "qualification_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_asset" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "master_key" TEXT NOT NULL,
    "master_sha256" TEXT NOT NULL,
    "master_bytes" BIGINT NOT NULL,
    "duration_ms" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "packaging_version" INTEGER NOT NULL DEFAULT 0,
    "packaged_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "media_asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_audio_track" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "lang" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "media_audio_track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "media_rendition" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "packaging_version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "lang" TEXT,
    "height" INTEGER,
    "bytes" BIGINT NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "media_rendition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "packaging_step" (
    "asset_id" UUID NOT NULL,
    "packaging_version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "packaging_step_pkey" PRIMARY KEY ("asset_id","packaging_version","step")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "lang" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_name" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "script" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "family" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "patronymic" TEXT,
    "folded" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "parent_id" UUID,
    "path" TEXT NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "lang" TEXT,
    "level" TEXT,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail_digest" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_detail" (
    "seq" BIGINT NOT NULL,
    "salt" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_detail_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_version" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "content_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "seen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recording" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "credit" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "available_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "recording_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_code_hash_key" ON "one_time_code"("hash");

-- CreateIndex
CREATE INDEX "one_time_code_account_id_kind_idx" ON "one_time_code"("account_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "caption_track_asset_id_lang_key" ON "caption_track"("asset_id", "lang");

-- CreateIndex
CREATE UNIQUE INDEX "caption_cue_track_id_position_key" ON "caption_cue"("track_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE INDEX "course_organisation_id_idx" ON "course"("organisation_id");

-- CreateIndex
CREATE INDEX "course_version_level_course_id_idx" ON "course_version"("level", "course_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_number_key" ON "course_version"("course_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "module_version_id_position_key" ON "module"("version_id", "position");

-- CreateIndex
CREATE INDEX "lesson_module_id_idx" ON "lesson"("module_id");

-- CreateIndex
CREATE INDEX "lesson_recording_id_idx" ON "lesson"("recording_id");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_id_slug_key" ON "lesson"("version_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_id_position_key" ON "lesson"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "question_version_id_position_key" ON "question"("version_id", "position");

-- CreateIndex
CREATE INDEX "course_prerequisite_course_id_idx" ON "course_prerequisite"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_serial_key" ON "credential"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "credential_number_key" ON "credential"("number");

-- CreateIndex
CREATE UNIQUE INDEX "credential_period_id_key" ON "credential"("period_id");

-- CreateIndex
CREATE INDEX "credential_person_id_issued_at_idx" ON "credential"("person_id", "issued_at");

-- CreateIndex
CREATE INDEX "credential_qualification_id_idx" ON "credential"("qualification_id");

-- CreateIndex
CREATE INDEX "register_consent_person_id_recorded_at_idx" ON "register_consent"("person_id", "recorded_at");

-- CreateIndex
CREATE INDEX "register_entry_person_id_idx" ON "register_entry"("person_id");

-- CreateIndex
CREATE INDEX "evidence_person_id_recorded_at_idx" ON "evidence"("person_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_type_source_id_key" ON "evidence"("type", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheet_submission_key_key" ON "score_sheet"("submission_key");

-- CreateIndex
CREATE INDEX "score_sheet_person_id_level_idx" ON "score_sheet"("person_id", "level");

-- CreateIndex
CREATE INDEX "score_sheet_assessor_id_recorded_at_idx" ON "score_sheet"("assessor_id", "recorded_at");

-- CreateIndex
CREATE INDEX "score_sheet_second_signer_id_recorded_at_idx" ON "score_sheet"("second_signer_id", "recorded_at");

-- CreateIndex
CREATE INDEX "score_sheet_level_second_signed_at_recorded_at_idx" ON "score_sheet"("level", "second_signed_at", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "framework_slug_key" ON "framework"("slug");

-- CreateIndex
CREATE INDEX "framework_organisation_id_idx" ON "framework"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_version_framework_id_number_key" ON "framework_version"("framework_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "level_slug_key" ON "level"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "level_version_id_rank_key" ON "level"("version_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "rule_set_version_level_id_number_key" ON "rule_set_version"("level_id", "number");

-- CreateIndex
CREATE INDEX "enrolment_course_version_id_idx" ON "enrolment"("course_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_person_id_course_id_round_key" ON "enrolment"("person_id", "course_id", "round");

-- CreateIndex
CREATE INDEX "lesson_progress_lesson_id_idx" ON "lesson_progress"("lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_attempt_enrolment_id_number_key" ON "quiz_attempt"("enrolment_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "completion_enrolment_id_key" ON "completion"("enrolment_id");

-- CreateIndex
CREATE INDEX "holder_path_idx" ON "holder"("path" text_pattern_ops);

-- CreateIndex
CREATE INDEX "application_person_id_submitted_at_idx" ON "application"("person_id", "submitted_at");

-- CreateIndex
CREATE INDEX "application_closed_at_submitted_at_id_idx" ON "application"("closed_at", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "decision_qualification_id_recorded_at_idx" ON "decision"("qualification_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "decision_application_id_act_key_key" ON "decision"("application_id", "act", "key");

-- CreateIndex
CREATE UNIQUE INDEX "qualification_application_id_key" ON "qualification"("application_id");

-- CreateIndex
CREATE INDEX "qualification_person_id_idx" ON "qualification"("person_id");

-- CreateIndex
CREATE INDEX "qualification_level_id_idx" ON "qualification"("level_id");

-- CreateIndex
CREATE INDEX "licence_period_until_id_idx" ON "licence_period"("until", "id");

-- CreateIndex
CREATE UNIQUE INDEX "licence_period_qualification_id_no_key" ON "licence_period"("qualification_id", "no");

-- CreateIndex
CREATE UNIQUE INDEX "component_evidence_id_key" ON "component"("evidence_id");

-- CreateIndex
CREATE INDEX "component_person_id_kind_until_idx" ON "component"("person_id", "kind", "until");

-- CreateIndex
CREATE UNIQUE INDEX "suspension_decision_id_key" ON "suspension"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "suspension_lift_decision_id_key" ON "suspension"("lift_decision_id");

-- CreateIndex
CREATE INDEX "suspension_qualification_id_idx" ON "suspension"("qualification_id");

-- CreateIndex
CREATE UNIQUE INDEX "revocation_qualification_id_key" ON "revocation"("qualification_id");

-- CreateIndex
CREATE UNIQUE INDEX "revocation_decision_id_key" ON "revocation"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_audio_track_asset_id_position_key" ON "media_audio_track"("asset_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "media_rendition_asset_id_packaging_version_path_key" ON "media_rendition"("asset_id", "packaging_version", "path");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_phone_key" ON "account"("phone");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person_name"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_person_id_idx" ON "affiliation"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_organisation_id_idx" ON "affiliation"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_path_key" ON "organisation"("path");

-- CreateIndex
CREATE INDEX "organisation_parent_id_idx" ON "organisation"("parent_id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_organisation_id_idx" ON "role_grant"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_account_id_kind_version_key" ON "consent"("account_id", "kind", "version");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_seq_idx" ON "audit_event"("subject_type", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_seq_idx" ON "audit_event"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "outbox_mail_created_at_id_idx" ON "outbox_mail"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "recording_slug_key" ON "recording"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "recording_asset_id_key" ON "recording"("asset_id");

-- CreateIndex
CREATE INDEX "recording_organisation_id_idx" ON "recording"("organisation_id");

-- AddForeignKey
ALTER TABLE "caption_cue" ADD CONSTRAINT "caption_cue_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "caption_track"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "module" ADD CONSTRAINT "module_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_prerequisite" ADD CONSTRAINT "course_prerequisite_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_prerequisite" ADD CONSTRAINT "course_prerequisite_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_document" ADD CONSTRAINT "credential_document_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_version" ADD CONSTRAINT "framework_version_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "level" ADD CONSTRAINT "level_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "framework_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_set_version" ADD CONSTRAINT "rule_set_version_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_attempt" ADD CONSTRAINT "quiz_attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence_period" ADD CONSTRAINT "licence_period_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_audio_track" ADD CONSTRAINT "media_audio_track_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_rendition" ADD CONSTRAINT "media_rendition_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packaging_step" ADD CONSTRAINT "packaging_step_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
