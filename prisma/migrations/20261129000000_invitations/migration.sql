CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "grant_lang" TEXT,
    "level" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_hash_key" ON "invitation"("hash");
CREATE INDEX "invitation_organisation_id_id_idx" ON "invitation"("organisation_id", "id" DESC);
CREATE INDEX "invitation_created_by_idx" ON "invitation"("created_by");
CREATE INDEX "invitation_accepted_by_idx" ON "invitation"("accepted_by");
CREATE INDEX "invitation_withdrawn_by_idx" ON "invitation"("withdrawn_by");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_fkey" FOREIGN KEY ("accepted_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_withdrawn_by_fkey" FOREIGN KEY ("withdrawn_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
