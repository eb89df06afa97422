-- What the Prisma schema cannot say: keys between domains, rules of rows, first rows.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Keys between domains
ALTER TABLE "password" ADD CONSTRAINT "password_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "course" ADD CONSTRAINT "course_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_recording_id_fkey" FOREIGN KEY ("recording_id") REFERENCES "recording"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recording" ADD CONSTRAINT "recording_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recording" ADD CONSTRAINT "recording_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recording" ADD CONSTRAINT "recording_published_by_fkey" FOREIGN KEY ("published_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "caption_track" ADD CONSTRAINT "caption_track_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "lesson_progress" ADD CONSTRAINT "lesson_progress_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "framework" ADD CONSTRAINT "framework_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_confirmed_by_fkey" FOREIGN KEY ("confirmed_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_assessor_id_fkey" FOREIGN KEY ("assessor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_second_signer_id_fkey" FOREIGN KEY ("second_signer_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "holder" ADD CONSTRAINT "holder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "holder" ADD CONSTRAINT "holder_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "application" ADD CONSTRAINT "application_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "application" ADD CONSTRAINT "application_rule_set_version_id_fkey" FOREIGN KEY ("rule_set_version_id") REFERENCES "rule_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decision" ADD CONSTRAINT "decision_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "licence_period" ADD CONSTRAINT "licence_period_rule_set_version_id_fkey" FOREIGN KEY ("rule_set_version_id") REFERENCES "rule_set_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "component" ADD CONSTRAINT "component_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "component" ADD CONSTRAINT "component_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_lift_decision_id_fkey" FOREIGN KEY ("lift_decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "number_counter" ADD CONSTRAINT "number_counter_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "licence_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "credential" ADD CONSTRAINT "credential_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "register_consent" ADD CONSTRAINT "register_consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_serial_fkey" FOREIGN KEY ("serial") REFERENCES "credential"("serial") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one open application of a person for a level
CREATE UNIQUE INDEX "application_open_key" ON "application"("person_id", "level_id") WHERE "closed_at" IS NULL;

-- One spelling of each script and kind is current
CREATE UNIQUE INDEX "person_name_current_key" ON "person_name"("person_id", "script", "kind") WHERE "replaced_at" IS NULL;

-- A role is held once at a place
CREATE UNIQUE INDEX "role_grant_current_key" ON "role_grant"("account_id", "role", "organisation_id", coalesce("lang", ''), coalesce("level", '')) WHERE "withdrawn_at" IS NULL;

-- One published version of a course is current
CREATE UNIQUE INDEX "course_version_current_key" ON "course_version"("course_id") WHERE "published_at" IS NOT NULL AND "superseded_at" IS NULL;

-- One attempt of a quiz is open at a time
CREATE UNIQUE INDEX "quiz_attempt_open_key" ON "quiz_attempt"("enrolment_id") WHERE "submitted_at" IS NULL;

-- Addresses in the order of the catalogue
CREATE INDEX "course_slug_order_idx" ON "course"("slug" COLLATE "C");

-- The public register in the order of its names: Cyrillic as Kazakh has it, then Latin, then kanji
CREATE INDEX "register_entry_name_order_idx" ON "register_entry"("display_name" COLLATE "kk-x-icu", "serial" COLLATE "C");

-- Searching in words of titles and summaries
CREATE INDEX "course_version_search_text_idx" ON "course_version" USING gin ("search_text" gin_trgm_ops);
CREATE INDEX "person_name_folded_idx" ON "person_name" USING gin ("folded" gin_trgm_ops);
CREATE INDEX "account_email_idx" ON "account" USING gin ("email" gin_trgm_ops);
CREATE INDEX "account_phone_idx" ON "account" USING gin ("phone" gin_trgm_ops);
CREATE INDEX "holder_folded_names_idx" ON "holder" USING gin ("folded_names" gin_trgm_ops);
CREATE INDEX "register_entry_folded_idx" ON "register_entry" USING gin ("folded" gin_trgm_ops);

ALTER TABLE "account" ADD CONSTRAINT "account_reachable" CHECK ("email" IS NOT NULL OR "phone" IS NOT NULL);
ALTER TABLE "licence_period" ADD CONSTRAINT "licence_period_order" CHECK ("from" <= "until" AND "until" <= "grace_until");
ALTER TABLE "component" ADD CONSTRAINT "component_order" CHECK ("from" <= "until");
ALTER TABLE "quiz_attempt" ADD CONSTRAINT "quiz_attempt_score" CHECK ("score_percent" BETWEEN 0 AND 100);
ALTER TABLE "decision" ADD CONSTRAINT "decision_subject" CHECK ("application_id" IS NOT NULL OR "qualification_id" IS NOT NULL);
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_two_people" CHECK ("second_signer_id" IS DISTINCT FROM "assessor_id");

-- First rows
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, repeat('0', 64));
INSERT INTO "content_version" ("id", "version") VALUES (1, 1);
