-- What the Mux service holds of recordings, its messages that were taken, and which recording is on the move.
ALTER TABLE "media_asset" ADD COLUMN "moving_since" TIMESTAMPTZ(3);

CREATE TABLE "mux_asset" (
    "id" UUID NOT NULL,
    "asset_id" UUID NOT NULL,
    "packaging_version" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "mux_id" TEXT,
    "playback_id" TEXT,
    "state" TEXT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "looks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mux_asset_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "mux_asset_reference_key" ON "mux_asset"("reference");
CREATE UNIQUE INDEX "mux_asset_mux_id_key" ON "mux_asset"("mux_id");
CREATE UNIQUE INDEX "mux_asset_asset_id_packaging_version_key" ON "mux_asset"("asset_id", "packaging_version");
CREATE INDEX "mux_asset_state_id_idx" ON "mux_asset"("state", "id");
ALTER TABLE "mux_asset" ADD CONSTRAINT "mux_asset_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "media_asset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mux_asset" ADD CONSTRAINT "mux_asset_state" CHECK ("state" IN ('preparing', 'ready', 'errored', 'withdrawn', 'removed'));

CREATE TABLE "mux_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mux_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "mux_event_received_at_idx" ON "mux_event"("received_at");
