-- CreateTable
CREATE TABLE "status_list" (
    "list_no" INTEGER NOT NULL,
    "lists" INTEGER NOT NULL,
    "content_version" TEXT NOT NULL,
    "fresh_until" TIMESTAMPTZ(3) NOT NULL,
    "revoked" TEXT NOT NULL,
    "suspended" TEXT NOT NULL,
    "worked_out_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_list_pkey" PRIMARY KEY ("list_no")
);
