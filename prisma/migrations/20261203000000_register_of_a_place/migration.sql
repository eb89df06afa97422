-- What a place has, however much the others have: by path first, then by last day.
CREATE INDEX "licence_period_place_idx" ON "licence_period"("path" text_pattern_ops, ("until" + "paused_days"), "id");
-- The shortest window is one step into an index, as the longest grace is.
CREATE INDEX "licence_period_window_idx" ON "licence_period"(("until" - "window_opens"));
