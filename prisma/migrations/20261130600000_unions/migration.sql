-- AlterTable
ALTER TABLE "person" ADD COLUMN     "joined_to_id" UUID;

-- CreateTable
CREATE TABLE "former_holder" (
    "row_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "former_holder_pkey" PRIMARY KEY ("row_id","until")
);

-- CreateTable
CREATE TABLE "person_union" (
    "id" UUID NOT NULL,
    "kept_id" UUID NOT NULL,
    "absorbed_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "keys" SMALLINT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_by" UUID,
    "joined_at" TIMESTAMPTZ(3),
    "declined_by" UUID,
    "declined_at" TIMESTAMPTZ(3),
    "parted_by" UUID,
    "parted_at" TIMESTAMPTZ(3),
    "part_reason" TEXT,

    CONSTRAINT "person_union_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "union_move" (
    "union_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "was" JSONB,

    CONSTRAINT "union_move_pkey" PRIMARY KEY ("union_id","kind","row_id")
);

-- CreateIndex
CREATE INDEX "former_holder_person_id_until_idx" ON "former_holder"("person_id", "until");

-- CreateIndex
CREATE INDEX "person_union_asked_at_id_idx" ON "person_union"("asked_at", "id");

-- CreateIndex
CREATE INDEX "person_union_kept_id_idx" ON "person_union"("kept_id");

-- CreateIndex
CREATE INDEX "person_union_absorbed_id_idx" ON "person_union"("absorbed_id");

-- CreateIndex
CREATE INDEX "person_joined_to_id_idx" ON "person"("joined_to_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_joined_to_id_fkey" FOREIGN KEY ("joined_to_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "union_move" ADD CONSTRAINT "union_move_union_id_fkey" FOREIGN KEY ("union_id") REFERENCES "person_union"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains
ALTER TABLE "former_holder" ADD CONSTRAINT "former_holder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_kept_id_fkey" FOREIGN KEY ("kept_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_absorbed_id_fkey" FOREIGN KEY ("absorbed_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_asked_by_fkey" FOREIGN KEY ("asked_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_joined_by_fkey" FOREIGN KEY ("joined_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_declined_by_fkey" FOREIGN KEY ("declined_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_parted_by_fkey" FOREIGN KEY ("parted_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A record is joined, or waits to be, once at a time; where two keys are asked for, two people turn them
CREATE UNIQUE INDEX "person_union_open_key" ON "person_union"("absorbed_id") WHERE "declined_at" IS NULL AND "parted_at" IS NULL;
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_two_records" CHECK ("kept_id" <> "absorbed_id");
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_two_people" CHECK ("keys" = 1 OR "joined_by" IS NULL OR "joined_by" <> "asked_by");
ALTER TABLE "person_union" ADD CONSTRAINT "person_union_order" CHECK (("declined_at" IS NULL OR "joined_at" IS NULL) AND ("parted_at" IS NULL OR "joined_at" IS NOT NULL));

-- Whose an award was, as known at a moment; without one, whose it is. `holder` is whose it is now
CREATE FUNCTION "holder_known"("award" UUID, "holder" UUID, "known" TIMESTAMPTZ) RETURNS UUID LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT was.person_id FROM former_holder was WHERE was.row_id = award AND was.until > known ORDER BY was.until LIMIT 1), holder)
$$;

-- The live conditions of a person, as whose they were known at a moment; without one, as whose they are
CREATE FUNCTION "components_known"("holder" UUID, "known" TIMESTAMPTZ) RETURNS SETOF "component" LANGUAGE sql STABLE AS $$
  SELECT held.* FROM component held
  WHERE held.person_id = holder AND NOT EXISTS (SELECT 1 FROM former_holder was WHERE was.row_id = held.id AND was.until > known)
  UNION ALL
  SELECT held.* FROM former_holder was JOIN component held ON held.id = was.row_id
  WHERE was.person_id = holder AND was.until > known
    AND NOT EXISTS (SELECT 1 FROM former_holder next WHERE next.row_id = was.row_id AND next.until > known AND next.until < was.until)
$$;
