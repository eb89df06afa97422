import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import type { Query } from '~/platform/context';
import { credentialSnapshot } from '../rules/snapshot';

/** Milliseconds since 1970, so that moments inside JSON need no parsing. */
const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** The live conditions of whoever holds it now; and of whoever its holder was known to be at the moment $2. */
const OF_NOW = 'component k WHERE k.person_id = c.person_id';
const OF_THEN = `components_known(holder_known(c.qualification_id, c.person_id, $2::timestamptz), $2::timestamptz) k`;

/**
 * Everything about a credential that any public answer needs, over the tables of this domain and of licensing below it.
 */
const factsWith = (components: string) => `
    SELECT c.serial, c.number, ${ms('c.issued_at')} AS "issuedAt", p.zone,
           c.snapshot->'holder' AS holder, c.snapshot->'level' AS level, c.snapshot->'framework' AS framework,
           c.snapshot->'signatories' AS signatories, c.snapshot->>'awardedOn' AS "awardedOn",
           c.snapshot->>'issuedOn' AS "issuedOn",
           p."from"::text AS "from", p.until::text AS until, p.window_opens::text AS "windowOpens",
           p.grace_until::text AS "graceUntil",
           p.components AS required,
           (SELECT coalesce(json_agg(json_build_object('kind', k.kind, 'from', k."from", 'until', k.until,
              'at', ${ms('k.recorded_at')})), '[]') FROM ${components}) AS components,
           (SELECT coalesce(json_agg(json_build_object('from', s."from", 'at', ${ms('s.recorded_at')},
              'endedOn', s.lifted_on, 'endedAt', ${ms('s.lifted_at')})), '[]')
              FROM suspension s WHERE s.qualification_id = c.qualification_id) AS suspensions,
           (SELECT coalesce(json_agg(json_build_object('from', v.effective_on, 'at', ${ms('v.recorded_at')},
              'endedOn', v.annulled_on, 'endedAt', ${ms('v.annulled_at')})), '[]')
              FROM revocation v WHERE v.qualification_id = c.qualification_id) AS revocations,
           (SELECT coalesce(json_agg(json_build_object('from', z."from", 'until', z.until, 'at', ${ms('z.recorded_at')},
              'endedOn', z.ended_on, 'endedAt', ${ms('z.ended_at')})), '[]')
              FROM pause z WHERE z.period_id = p.id) AS pauses,
           (SELECT json_build_object('on', w.effective_on, 'at', ${ms('w.recorded_at')})
              FROM surrender w WHERE w.qualification_id = c.qualification_id) AS surrender,
           (SELECT json_build_object('on', r.snapshot->>'issuedOn', 'at', ${ms('r.issued_at')})
              FROM credential r WHERE r.replaces_id = c.id) AS replacement,
           (SELECT coalesce(json_agg(json_build_object('from', n."from", 'at', ${ms('n.recorded_at')})), '[]')
              FROM licence_period n WHERE n.qualification_id = c.qualification_id AND n.no > p.no) AS newer
    FROM credential c
    JOIN licence_period p ON p.id = c.period_id`;

/** Two statements: for a list PostgreSQL plans anew each time, which takes longer than reading one credential. */
const ONE = { name: 'facts-of-one', text: `${factsWith(OF_NOW)} WHERE c.serial = $1` };
const ONE_THEN = { name: 'facts-of-one-then', text: `${factsWith(OF_THEN)} WHERE c.serial = $1` };
const SEVERAL = { name: 'facts-of-several', text: `${factsWith(OF_NOW)} WHERE c.serial = ANY($1::text[])` };

/** Documents of a status list that may not hold: all others are in order without a further look. */
const DOUBTFUL = {
  name: 'doubtful-of-list',
  text: `
    SELECT c.serial, e.index FROM status_entry e
    JOIN credential c ON c.id = e.credential_id
    JOIN licence_period p ON p.id = c.period_id
    WHERE e.list_no = $1
      AND (EXISTS (SELECT 1 FROM revocation v WHERE v.qualification_id = c.qualification_id)
        OR EXISTS (SELECT 1 FROM suspension s WHERE s.qualification_id = c.qualification_id)
        OR EXISTS (SELECT 1 FROM surrender w WHERE w.qualification_id = c.qualification_id)
        OR EXISTS (SELECT 1 FROM credential r WHERE r.replaces_id = c.id)
        OR EXISTS (SELECT 1 FROM pause z WHERE z.period_id = p.id)
        OR cardinality(p.components) > 0)`,
};

const recorded = { at: z.number() };
const ending = z.object({
  from: z.string(),
  endedOn: z.string().nullable(),
  endedAt: z.number().nullable(),
  ...recorded,
});

const factsRow = z.object({
  serial: z.string(),
  number: z.string(),
  issuedAt: z.number(),
  zone: z.string(),
  holder: z.object({ display: z.string(), latin: z.string() }),
  level: z.object({ slug: z.string(), name: localizedText }),
  framework: z.object({ slug: z.string(), name: localizedText }),
  signatories: z.array(z.object({ name: z.string(), office: localizedText, organisation: localizedText })),
  awardedOn: z.string(),
  issuedOn: z.string(),
  from: z.string(),
  until: z.string(),
  windowOpens: z.string(),
  graceUntil: z.string(),
  required: z.array(z.string()),
  components: z.array(z.object({ kind: z.string(), from: z.string(), until: z.string(), ...recorded })),
  suspensions: z.array(ending),
  revocations: z.array(ending),
  pauses: z.array(ending.extend({ until: z.string() })),
  surrender: z.object({ on: z.string(), ...recorded }).nullable(),
  replacement: z.object({ on: z.string(), ...recorded }).nullable(),
  newer: z.array(z.object({ from: z.string(), ...recorded })),
});

export type CredentialFacts = z.infer<typeof factsRow>;

/**
 * The facts of a canonical serial, of its holder as known at the moment, or of today's; null for one that does not exist.
 */
export async function findFacts(
  query: Query,
  serial: string,
  knownAt: Date | null,
): Promise<CredentialFacts | null> {
  const [row] = knownAt ? await query(ONE_THEN, [serial, knownAt]) : await query(ONE, [serial]);
  return row === undefined ? null : factsRow.parse(row);
}

/** The facts of each canonical serial that exists, in no order. */
export async function listFacts(query: Query, serials: readonly string[]): Promise<CredentialFacts[]> {
  const rows = await query(SEVERAL, [serials]);
  return rows.map((row) => factsRow.parse(row));
}

const doubtfulRow = z.object({ serial: z.string(), index: z.number() });

/** Serials of a status list whose facts must be looked at, each with its place in the list, in no order. */
export async function listDoubtful(query: Query, listNo: number): Promise<z.infer<typeof doubtfulRow>[]> {
  const rows = await query(DOUBTFUL, [listNo]);
  return rows.map((row) => doubtfulRow.parse(row));
}

/** What was issued, with the zone of its dates, its place in the status lists and its stored files. */
const ISSUED = `
    SELECT c.id, c.serial, c.languages, c.snapshot, p.zone, e.list_no AS "listNo", e.index,
      CASE WHEN d.credential_id IS NOT NULL
        THEN json_build_object('storageKey', d.storage_key, 'bytes', d.bytes, 'renderedAt', d.rendered_at) END AS certificate,
      CASE WHEN k.credential_id IS NOT NULL
        THEN json_build_object('storageKey', k.storage_key, 'bytes', k.bytes, 'renderedAt', k.rendered_at) END AS card
    FROM credential c
    JOIN licence_period p ON p.id = c.period_id
    LEFT JOIN status_entry e ON e.credential_id = c.id
    LEFT JOIN credential_document d ON d.credential_id = c.id
    LEFT JOIN credential_card k ON k.credential_id = c.id`;

const ISSUED_BY_ID = { name: 'issued-by-id', text: `${ISSUED} WHERE c.id = $1::uuid` };
const ISSUED_BY_SERIAL = { name: 'issued-by-serial', text: `${ISSUED} WHERE c.serial = $1` };
const ISSUED_SEVERAL = {
  name: 'issued-several',
  text: `${ISSUED} WHERE c.serial = ANY($1::text[]) ORDER BY c.number`,
};
const ISSUED_PAGE = {
  name: 'issued-page',
  text: `${ISSUED} WHERE c.id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000') ORDER BY c.id LIMIT $2`,
};

const storedFile = z
  .object({ storageKey: z.string(), bytes: z.number(), renderedAt: z.coerce.date() })
  .nullable();

const issuedRow = z.object({
  id: z.string(),
  serial: z.string(),
  languages: z.array(z.string()),
  snapshot: credentialSnapshot,
  zone: z.string(),
  listNo: z.number().nullable(),
  index: z.number().nullable(),
  certificate: storedFile,
  card: storedFile,
});

/** One document by id or canonical serial, several in the order of their numbers, or one page of all in the order of their ids. */
export async function readIssued(
  query: Query,
  wanted:
    | { id: string }
    | { serial: string }
    | { serials: readonly string[] }
    | { after: string | null; take: number },
): Promise<z.infer<typeof issuedRow>[]> {
  const rows =
    'id' in wanted
      ? await query(ISSUED_BY_ID, [wanted.id])
      : 'serial' in wanted
        ? await query(ISSUED_BY_SERIAL, [wanted.serial])
        : 'serials' in wanted
          ? await query(ISSUED_SEVERAL, [wanted.serials])
          : await query(ISSUED_PAGE, [wanted.after, wanted.take]);
  return rows.map((row) => issuedRow.parse(row));
}
