-- CreateTable
CREATE TABLE "signed_badge" (
    "serial" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "list_no" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signed_badge_pkey" PRIMARY KEY ("serial","lang")
);

-- CreateTable
CREATE TABLE "signed_status_list" (
    "list_no" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "encoded" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signed_status_list_pkey" PRIMARY KEY ("list_no","purpose")
);

-- Between domains: a column with a foreign key.
ALTER TABLE "signed_badge" ADD CONSTRAINT "signed_badge_serial_fkey" FOREIGN KEY ("serial") REFERENCES "credential"("serial") ON DELETE RESTRICT ON UPDATE CASCADE;
