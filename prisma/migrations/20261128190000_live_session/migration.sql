-- Sessions that may act until they expire: for statements of other domains that check one while they write. As a view it
-- is planned with the statement that asks; a function would be planned and run apart each time.
CREATE VIEW "live_session" AS
SELECT s."id", s."expires_at" FROM "session" s
LEFT JOIN "second_factor" f ON f."account_id" = s."account_id" AND f."confirmed_at" IS NOT NULL
WHERE f."account_id" IS NULL OR s."second_factor_at" IS NOT NULL;

DROP FUNCTION "session_is_live"(text, timestamptz);
