-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "filter" TEXT,
    "found" INTEGER NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_item" (
    "batch_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "application_id" UUID NOT NULL,
    "outcome" TEXT,
    "code" TEXT,
    "detail" JSONB,
    "serial" TEXT,
    "number" TEXT,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_item_pkey" PRIMARY KEY ("batch_id","no")
);

-- CreateTable
CREATE TABLE "credential_card" (
    "credential_id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "drawn_sha256" TEXT NOT NULL,
    "certificate_id" TEXT NOT NULL,
    "template_version" INTEGER NOT NULL,
    "rendered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_card_pkey" PRIMARY KEY ("credential_id")
);

-- CreateIndex
CREATE INDEX "batch_actor_id_prepared_at_id_idx" ON "batch"("actor_id", "prepared_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_actor_id_key_key" ON "batch"("actor_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "batch_item_batch_id_application_id_key" ON "batch_item"("batch_id", "application_id");

-- AddForeignKey
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_card" ADD CONSTRAINT "credential_card_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains
ALTER TABLE "batch" ADD CONSTRAINT "batch_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "batch_item_application_id_idx" ON "batch_item"("application_id");
