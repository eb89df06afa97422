-- CreateTable
CREATE TABLE "holder_place" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "holder_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "ordered_by" UUID NOT NULL,
    "order_key" UUID NOT NULL,
    "levels_all" SMALLINT NOT NULL,
    "levels_done" SMALLINT NOT NULL DEFAULT 0,
    "totals" JSONB,
    "sha256" TEXT,
    "counted_at" TIMESTAMPTZ(3),

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "holder_place_person_id_recorded_at_id_idx" ON "holder_place"("person_id", "recorded_at", "id");

-- CreateIndex
CREATE INDEX "holder_place_path_person_id_idx" ON "holder_place"("path" text_pattern_ops, "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_order_key_framework_id_path_on_key" ON "report"("order_key", "framework_id", "path", "on");

-- CreateIndex
CREATE INDEX "report_on_id_idx" ON "report"("on" DESC, "id" DESC);

-- The places that holders had so far, from the memberships they came from; who has none keeps today's place
INSERT INTO "holder_place" ("id", "person_id", "path", "recorded_at")
SELECT a."id", a."person_id", o."path", a."recorded_at"
FROM "affiliation" a JOIN "organisation" o ON o."id" = a."organisation_id" JOIN "holder" h ON h."person_id" = a."person_id";
INSERT INTO "holder_place" ("id", "person_id", "path", "recorded_at")
SELECT gen_random_uuid(), h."person_id", h."path", coalesce(
    (SELECT max(l."recorded_at") FROM "holder_place" l WHERE l."person_id" = h."person_id") + interval '1 ms', p."created_at")
FROM "holder" h JOIN "person" p ON p."id" = h."person_id"
WHERE h."path" IS DISTINCT FROM (SELECT l."path" FROM "holder_place" l WHERE l."person_id" = h."person_id"
    ORDER BY l."recorded_at" DESC, l."id" DESC LIMIT 1);

-- Between domains
ALTER TABLE "holder_place" ADD CONSTRAINT "holder_place_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report" ADD CONSTRAINT "report_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report" ADD CONSTRAINT "report_ordered_by_fkey" FOREIGN KEY ("ordered_by") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of one framework, place and day only one report is being counted; what is counted has its sum
CREATE UNIQUE INDEX "report_open_key" ON "report"("framework_id", "path", "on") WHERE "counted_at" IS NULL;
ALTER TABLE "report" ADD CONSTRAINT "report_counted" CHECK (("totals" IS NULL) = ("counted_at" IS NULL) AND ("sha256" IS NULL) = ("counted_at" IS NULL));
