-- CreateTable
CREATE TABLE "signatory" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "submission_key" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "latin_name" TEXT NOT NULL,
    "office" JSONB NOT NULL,
    "organisation" JSONB NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE,
    "document" TEXT NOT NULL,

    CONSTRAINT "signatory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatory_act" (
    "id" UUID NOT NULL,
    "signatory_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "on" DATE,
    "document" TEXT NOT NULL,
    "actor_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signatory_act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "signatory_submission_key_key" ON "signatory"("submission_key");

-- CreateIndex
CREATE INDEX "signatory_framework_id_from_id_idx" ON "signatory"("framework_id", "from", "id");

-- CreateIndex
CREATE UNIQUE INDEX "signatory_act_signatory_id_position_key" ON "signatory_act"("signatory_id", "position");

-- AddForeignKey
ALTER TABLE "signatory" ADD CONSTRAINT "signatory_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatory_act" ADD CONSTRAINT "signatory_act_signatory_id_fkey" FOREIGN KEY ("signatory_id") REFERENCES "signatory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Between domains
ALTER TABLE "signatory_act" ADD CONSTRAINT "signatory_act_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Those in office so far, in their order on the paper
INSERT INTO "signatory" ("id", "framework_id", "submission_key", "rank", "name", "latin_name", "office", "organisation",
  "from", "until", "document")
SELECT gen_random_uuid(), f."id", gen_random_uuid(), s."no", s."facts"->>'name', '', s."facts"->'office',
  s."facts"->'organisation', (s."facts"->>'from')::date, (s."facts"->>'until')::date, ''
FROM "framework" f CROSS JOIN LATERAL jsonb_array_elements(
  CASE WHEN jsonb_typeof(f."signatories") = 'array' THEN f."signatories" ELSE '[]' END) WITH ORDINALITY AS s("facts", "no");

INSERT INTO "signatory_act" ("id", "signatory_id", "position", "act", "on", "document", "actor_id", "recorded_at")
SELECT gen_random_uuid(), s."id", n."position", n."act", NULL, '', NULL, now()
FROM "signatory" s CROSS JOIN (VALUES (1, 'appoint'), (2, 'confirm')) AS n("position", "act");

ALTER TABLE "framework" DROP COLUMN "signatories";
