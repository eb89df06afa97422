-- CreateTable
CREATE TABLE "credential_code" (
    "credential_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_code_pkey" PRIMARY KEY ("credential_id")
);

-- CreateTable
CREATE TABLE "status_entry" (
    "credential_id" UUID NOT NULL,
    "list_no" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,

    CONSTRAINT "status_entry_pkey" PRIMARY KEY ("credential_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "status_entry_list_no_index_key" ON "status_entry"("list_no", "index");

-- AddForeignKey
ALTER TABLE "credential_code" ADD CONSTRAINT "credential_code_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_entry" ADD CONSTRAINT "status_entry_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
