/** A table whose rows belong to a person (`person_id`). SQL is over the row `t`. */
export type OwnedTable = {
  kind: string;
  table: string;
  /** What finds a row again, as text. */
  key: string;
  /** Rows that the receiver, `$to`, must not have already: such a row stays. */
  unless?: string;
  /** Rows that are given back although they were made later: they hang on something that `$to` has again. */
  follows?: string;
  /**
   * When a row was written that only whoever signs in writes. Where the account was moved and goes back, what was written
   * since goes with it: it is the word of that human.
   */
  own?: string;
};

const AWARDS = 'SELECT q.id FROM qualification q WHERE q.person_id = $to';
const PERIODS = `SELECT p.id FROM licence_period p WHERE p.qualification_id IN (${AWARDS})`;

/** What moves as it is, in this order: what others hang on comes first. */
export const OWNED: readonly OwnedTable[] = [
  { kind: 'claim', table: 'claim', key: 't.id::text', own: 't.handed_in_at' },
  { kind: 'score-sheet', table: 'score_sheet', key: 't.id::text' },
  { kind: 'equivalence-request', table: 'equivalence_request', key: 't.id::text', own: 't.asked_at' },
  {
    kind: 'evidence',
    table: 'evidence',
    key: 't.id::text',
    follows: `t.source_id IN (SELECT c.id::text FROM claim c WHERE c.person_id = $to
      UNION SELECT s.id::text FROM score_sheet s WHERE s.person_id = $to
      UNION SELECT r.id::text FROM equivalence_request r WHERE r.person_id = $to
      UNION SELECT c.id::text FROM completion c JOIN enrolment e ON e.id = c.enrolment_id WHERE e.person_id = $to)`,
  },
  { kind: 'application', table: 'application', key: 't.id::text', own: 't.submitted_at' },
  {
    kind: 'qualification',
    table: 'qualification',
    key: 't.id::text',
    follows: 't.application_id IN (SELECT a.id FROM application a WHERE a.person_id = $to)',
  },
  {
    kind: 'component',
    table: 'component',
    key: 't.id::text',
    follows: 't.evidence_id IN (SELECT e.id FROM evidence e WHERE e.person_id = $to)',
  },
  { kind: 'ledger-entry', table: 'ledger_entry', key: 't.id::text', follows: `t.period_id IN (${PERIODS})` },
  {
    kind: 'appeal',
    table: 'appeal',
    key: 't.id::text',
    follows: `t.qualification_id IN (${AWARDS})
      OR t.application_id IN (SELECT a.id FROM application a WHERE a.person_id = $to)
      OR t.request_id IN (SELECT r.id FROM equivalence_request r WHERE r.person_id = $to)`,
  },
  {
    kind: 'credential',
    table: 'credential',
    key: 't.id::text',
    follows: `t.qualification_id IN (${AWARDS})`,
  },
  { kind: 'reminder', table: 'reminder', key: 't.id::text', follows: `t.period_id IN (${PERIODS})` },
  { kind: 'register-consent', table: 'register_consent', key: 't.id::text', own: 't.recorded_at' },
  { kind: 'import-row', table: 'import_row', key: `t.import_id::text || ':' || t.no` },
  { kind: 'import-pair', table: 'import_pair', key: 't.id::text' },
  { kind: 'import-made', table: 'import_made', key: `t.import_id::text || ':' || t.row_no` },
  {
    kind: 'code-acceptance',
    table: 'code_acceptance',
    key: 't.id::text',
    unless: 'SELECT 1 FROM code_acceptance o WHERE o.person_id = $to AND o.version_id = t.version_id',
  },
  {
    kind: 'saved-filter',
    table: 'saved_filter',
    key: 't.id::text',
    unless: 'SELECT 1 FROM saved_filter o WHERE o.person_id = $to AND o.name = t.name',
  },
  {
    kind: 'viewing-position',
    table: 'viewing_position',
    key: 't.recording_id::text',
    unless: 'SELECT 1 FROM viewing_position o WHERE o.person_id = $to AND o.recording_id = t.recording_id',
  },
  {
    kind: 'viewing-choice',
    table: 'viewing_choice',
    key: `'choice'`,
    unless: 'SELECT 1 FROM viewing_choice o WHERE o.person_id = $to',
  },
  {
    kind: 'account',
    table: 'account',
    key: 't.id::text',
    unless: 'SELECT 1 FROM account o WHERE o.person_id = $to',
  },
];

/** What moves by rules of its own (`special-rows.server.ts`). */
export const SPECIAL: readonly string[] = [
  'affiliation.person_id',
  'enrolment.person_id',
  'identity.person_id',
  'person.joined_to_id',
];

/** Columns that name a person and whose rows stay with the absorbed one, with the reason. */
export const STAYING: Readonly<Record<string, string>> = {
  'person_name.person_id':
    'a spelling is a fact about the record that was made with it; people finds the kept one by it',
  'holder.person_id': 'how the office found the record; made anew from names and places of both sides',
  'holder_place.person_id': 'where a holder belonged is history: old reports count by it',
  'claimant.person_id': 'how the office found the record; made anew where claims lie',
  'former_holder.person_id': 'whose an award was before is history',
  'register_entry.person_id': 'made anew from consent, documents and names',
  'person_union.kept_id': 'says who was joined',
  'person_union.absorbed_id': 'says who was joined',
};
