-- CreateTable
CREATE TABLE "identity" (
    "person_id" UUID NOT NULL,
    "iin_sealed" TEXT,
    "iin_hash" TEXT,
    "birth_sealed" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "fault" TEXT,
    "sheets" JSONB,
    "sheet" INTEGER NOT NULL DEFAULT 0,
    "header_row" INTEGER,
    "headers" TEXT[],
    "read_at" TIMESTAMPTZ(3),
    "mapping" JSONB,
    "mapped_at" TIMESTAMPTZ(3),
    "open" JSONB,
    "checked_at" TIMESTAMPTZ(3),
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "written_at" TIMESTAMPTZ(3),
    "result" JSONB,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "verdict" TEXT,
    "person_id" UUID,
    "same_as" INTEGER,
    "print" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","no")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "column" TEXT,
    "code" TEXT NOT NULL,
    "is_error" BOOLEAN NOT NULL,
    "found" TEXT NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_pair" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "person_id" UUID,
    "other_row" INTEGER,
    "kind" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "decision" TEXT,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_made" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "print" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "made_person" BOOLEAN NOT NULL,
    "made_identity" BOOLEAN NOT NULL,
    "made_holder" BOOLEAN NOT NULL,
    "qualification_id" UUID,
    "number" TEXT,
    "number_key" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_made_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "organisation_id" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("organisation_id","signature")
);

-- CreateIndex
CREATE UNIQUE INDEX "identity_iin_hash_key" ON "identity"("iin_hash");

-- CreateIndex
CREATE UNIQUE INDEX "import_file_submission_key_key" ON "import_file"("submission_key");

-- CreateIndex
CREATE INDEX "import_file_path_sent_at_idx" ON "import_file"("path" text_pattern_ops, "sent_at");

-- CreateIndex
CREATE INDEX "import_row_import_id_verdict_no_idx" ON "import_row"("import_id", "verdict", "no");

-- CreateIndex
CREATE INDEX "import_issue_import_id_is_error_row_no_id_idx" ON "import_issue"("import_id", "is_error", "row_no", "id");

-- CreateIndex
CREATE INDEX "import_pair_import_id_row_no_id_idx" ON "import_pair"("import_id", "row_no", "id");

-- CreateIndex
CREATE UNIQUE INDEX "import_made_print_key" ON "import_made"("print");

-- CreateIndex
CREATE UNIQUE INDEX "import_made_qualification_id_key" ON "import_made"("qualification_id");

-- CreateIndex
CREATE INDEX "import_made_person_id_idx" ON "import_made"("person_id");

-- CreateIndex
CREATE INDEX "import_made_number_key_idx" ON "import_made"("number_key");

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_pair" ADD CONSTRAINT "import_pair_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains there are no Prisma relations, but the database holds them together.
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_sent_by_fkey" FOREIGN KEY ("sent_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_made" ADD CONSTRAINT "import_made_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_made" ADD CONSTRAINT "import_made_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_made" ADD CONSTRAINT "import_made_qualification_id_fkey" FOREIGN KEY ("qualification_id") REFERENCES "qualification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_pair" ADD CONSTRAINT "import_pair_one_other" CHECK (num_nonnulls("person_id", "other_row") = 1);
