-- AlterTable
ALTER TABLE "credential_document" ADD COLUMN "certificate_id" TEXT,
ADD COLUMN "drawn_sha256" TEXT;

-- Documents from before are stored as they were drawn.
UPDATE "credential_document" SET "drawn_sha256" = "sha256";
ALTER TABLE "credential_document" ALTER COLUMN "drawn_sha256" SET NOT NULL;

-- Acts on a document are found by its serial.
CREATE INDEX "audit_detail_serial_idx" ON "audit_detail" ((detail ->> 'serial')) WHERE detail ? 'serial';
