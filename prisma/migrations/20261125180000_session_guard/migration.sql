-- Whether a session may act at a moment: for statements of other domains that check it while they write.
CREATE FUNCTION "session_is_live"(text, timestamptz) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT 1 FROM "session" s
  LEFT JOIN "second_factor" f ON f."account_id" = s."account_id" AND f."confirmed_at" IS NOT NULL
  WHERE s."id" = $1 AND s."expires_at" > $2 AND (f."account_id" IS NULL OR s."second_factor_at" IS NOT NULL)
);
