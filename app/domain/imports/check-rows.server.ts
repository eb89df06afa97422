import { type Ctx, inTransaction } from '~/platform/context';
import { changeImport, findImport, type ImportRecord, lockImport } from './data/imports.server';
import { clearIssues, insertIssues, type RowIssue } from './data/issues.server';
import { loadReading } from './data/load-reading.server';
import { chunks, loadAwards, loadOnRecord, subjectsOf } from './data/on-record.server';
import { type NewPair, replacePairs } from './data/pairs.server';
import { type ReadPerson, type RowsRead, readRows } from './data/read-rows.server';
import { type RowVerdict, saveVerdicts } from './data/rows.server';
import { awardFit, type HeldAward } from './rules/held-awards';
import type { Mapping } from './rules/mapping';
import { type Resolution, RowResolver } from './rules/resolve-rows';

type Mapped = ImportRecord & { mapping: Mapping };

type Found = { verdicts: RowVerdict[]; pairs: NewPair[]; issues: RowIssue[] };

/** Whom each row is about. */
async function resolve(
  ctx: Ctx,
  { path, sentBy }: ImportRecord,
  people: readonly ReadPerson[],
): Promise<Resolution[]> {
  const resolver = new RowResolver(await loadOnRecord(ctx, { path, sentBy, rows: people }));
  return (await subjectsOf(ctx, people)).map((subject) => resolver.resolve(subject));
}

type Row = ReadPerson & { resolution: Resolution };

type Outcome = {
  verdict: RowVerdict['verdict'];
  personId: string | null;
  /** Why it is left out. */
  fault: string | null;
  pairs: Resolution['pairs'];
};

/** What a row brings to the person it is about: nothing, an award, or one that cannot be. */
function judge({ no, person, resolution }: Row, held: Map<string, HeldAward[]>): Outcome {
  const { personId, sameAs, isPrinted, fault, pairs } = resolution;
  const outcome = { verdict: 'known' as const, personId, fault: null, pairs: [] };
  if (fault) return { ...outcome, verdict: 'error', fault };
  if (isPrinted) return outcome;
  const { award } = person;
  const fitOf = (key: string | null) => (award ? awardFit(award, held.get(key ?? '') ?? []) : 'same');
  const there = pairs.find((pair) => pair.isExact && award !== null && fitOf(pair.personId) === 'same');
  if (there) return { ...outcome, personId: there.personId };
  const key = personId ?? `row ${sameAs ?? no}`;
  const fit = fitOf(key);
  if (fit === 'clash') return { ...outcome, verdict: 'error', fault: 'level-held' };
  if (award && fit === 'fits') held.set(key, [...(held.get(key) ?? []), award]);
  if (personId === null && sameAs === null) return { ...outcome, verdict: 'new', pairs };
  return { ...outcome, verdict: fit === 'same' ? 'known' : 'adds' };
}

function note(
  { no, print, resolution }: Row,
  { verdict, personId, fault, pairs }: Outcome,
  found: Found,
): void {
  const isLeftOut = verdict === 'error';
  found.verdicts.push({ no, verdict, personId, sameAs: resolution.sameAs, print: isLeftOut ? null : print });
  if (fault) found.issues.push({ rowNo: no, code: fault, column: null, isError: true, found: '' });
  for (const { isExact: _exact, ...pair } of pairs) found.pairs.push({ ...pair, rowNo: no });
}

async function judgeAll(
  ctx: Ctx,
  people: readonly ReadPerson[],
  resolutions: readonly Resolution[],
): Promise<Found> {
  const found: Found = { verdicts: [], pairs: [], issues: [] };
  const ids = resolutions.flatMap(({ personId, pairs }) => [personId, ...pairs.map((pair) => pair.personId)]);
  const held = await loadAwards(
    ctx,
    ids.flatMap((id) => id ?? []),
  );
  people.forEach((row, at) => {
    const resolution = resolutions[at];
    if (!resolution) return;
    const whole = { ...row, resolution };
    note(whole, judge(whole, held), found);
  });
  return found;
}

async function save(ctx: Ctx, record: Mapped, read: RowsRead, found: Found): Promise<void> {
  const { id } = record;
  await inTransaction(ctx, async (tx) => {
    const now = await lockImport(tx.db, id);
    // Another mapping was sent while this one was checked: its own check follows.
    if (now?.mappedAt?.getTime() !== record.mappedAt?.getTime() || now?.confirmedAt) return;
    await clearIssues(tx, id);
    for (const part of chunks([...read.issues, ...found.issues])) await insertIssues(tx, id, part);
    const left = read.left.map(
      (no): RowVerdict => ({ no, verdict: 'error', personId: null, sameAs: null, print: null }),
    );
    for (const part of chunks([...left, ...found.verdicts])) await saveVerdicts(tx, id, part);
    await replacePairs(tx, id, found.pairs);
    await changeImport(tx, id, { mapping: record.mapping, open: read.open, checkedAt: tx.clock.now() });
  });
}

const isMapped = (record: ImportRecord | null): record is Mapped =>
  record !== null && record.mapping !== null && record.checkedAt === null && record.confirmedAt === null;

/**
 * Body of the job `imports.check`: reads every row by the mapping and notes what is wrong, whom it is about and what it would
 * bring. Nothing is kept as a record. Run again, it finds the same.
 */
export async function checkRows(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const record = await findImport(ctx.db, { id: importId });
  if (!isMapped(record)) return;
  const { reading } = await loadReading(ctx, {
    ...{ importId, path: record.path, mapping: record.mapping },
    isChecked: false,
  });
  const onPage = (done: number) => changeImport(ctx, importId, { done });
  const { organisationId } = record;
  const read = await readRows(ctx, { importId, organisationId, reading, onPage });
  const resolutions = await resolve(ctx, record, read.people);
  const orders = Object.fromEntries(
    [...reading.orders].flatMap(([at, order]) => (order ? [[at, order]] : [])),
  );
  const mapping = { ...record.mapping, orders };
  await save(ctx, { ...record, mapping }, read, await judgeAll(ctx, read.people, resolutions));
}
