-- The shortest time between the day on which a renewal opens and the last day, at once
CREATE INDEX "licence_period_window_idx" ON "licence_period"(("until" - "window_opens"));
