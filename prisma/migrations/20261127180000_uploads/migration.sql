-- A recording is its instructor's own; of the ones before, whoever published them.
ALTER TABLE "recording" ADD COLUMN "owner_id" UUID;
UPDATE "recording" SET "owner_id" = "published_by" WHERE "published_by" IS NOT NULL;
CREATE INDEX "recording_owner_id_idx" ON "recording"("owner_id");
ALTER TABLE "recording" ADD CONSTRAINT "recording_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An asset may wait for its master.
ALTER TABLE "media_asset" ALTER COLUMN "master_key" DROP NOT NULL,
ALTER COLUMN "master_sha256" DROP NOT NULL,
ALTER COLUMN "master_bytes" DROP NOT NULL;

CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "received_bytes" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "announced_sha256" TEXT,
    "arrived_at" TIMESTAMPTZ(3),
    "sha256" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "refusal" TEXT,
    "lock_holder" UUID,
    "lock_until" TIMESTAMPTZ(3),
    "lock_wanted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "upload_account_id_ended_at_idx" ON "upload"("account_id", "ended_at");
CREATE INDEX "upload_asset_id_created_at_idx" ON "upload"("asset_id", "created_at");
CREATE INDEX "upload_last_seen_at_idx" ON "upload"("last_seen_at");
ALTER TABLE "upload" ADD CONSTRAINT "upload_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_bytes_check" CHECK ("bytes" > 0 AND "received_bytes" BETWEEN 0 AND "bytes");
