import { type Ctx, inTransaction } from '~/platform/context';
import { changeImport, findImport, type ImportRecord, lockImport } from './data/imports.server';
import { clearIssues, insertIssues, type RowIssue } from './data/issues.server';
import { loadReading } from './data/load-reading.server';
import { chunks, loadAwards, loadOnRecord, subjectsOf } from './data/on-record.server';
import { type NewPair, replacePairs } from './data/pairs.server';
import { type ReadPerson, type RowsRead, readRows } from './data/read-rows.server';
import { type RowVerdict, saveVerdicts } from './data/rows.server';
import type { Mapping } from './rules/mapping';
import { awardFit, type HeldAward } from './rules/held-awards';
import { type Resolution, RowResolver } from './rules/resolve-rows';

type Mapped = ImportRecord & { mapping: Mapping };

type Found = { verdicts: RowVerdict[]; pairs: NewPair[]; issues: RowIssue[] };

/** Whom each row is about. */
async function resolve(ctx: Ctx, { path, sentBy }: ImportRecord, people: readonly ReadPerson[]): Promise<Resolution[]> {
  const resolver = new RowResolver(await loadOnRecord(ctx, { path, sentBy, rows: people }));
  return (await subjectsOf(ctx, people)).map((subject) => resolver.resolve(subject));
}

const rowIssue = (rowNo: number, code: string, column: number | null = null): RowIssue => ({
  ...{ rowNo, code, column },
  isError: true,
  found: '',
});

type Row = ReadPerson & { resolution: Resolution };

/** What a row brings to the person it is about: nothing, an award, or one that cannot be. */
function judge({ no, person, print, resolution }: Row, held: Map<string, HeldAward[]>, found: Found): void {
  const { personId, sameAs, isPrinted, fault, pairs } = resolution;
  const say = (verdict: RowVerdict['verdict'], whom = personId) =>
    void found.verdicts.push({ no, verdict, personId: whom, sameAs, print: verdict === 'error' ? null : print });
  const leave = (code: string) => {
    found.issues.push(rowIssue(no, code));
    say('error');
  };
  if (fault) return leave(fault);
  if (isPrinted) return say('known');
  const { award } = person;
  const heldBy = (key: string | null) => (key === null ? [] : (held.get(key) ?? []));
  const isThere = (pair: Resolution['pairs'][number]) =>
    pair.isExact && award !== null && awardFit(award, heldBy(pair.personId)) === 'same';
  const there = pairs.find(isThere);
  if (there) return say('known', there.personId);
  const key = personId ?? (sameAs === null ? `row ${no}` : `row ${sameAs}`);
  const fit = award ? awardFit(award, heldBy(key)) : 'same';
  if (fit === 'clash') return leave('level-held');
  if (award && fit === 'fits') held.set(key, [...heldBy(key), award]);
  const isCertain = personId !== null || sameAs !== null;
  if (isCertain) return say(fit === 'same' ? 'known' : 'adds');
  for (const { isExact: _exact, ...pair } of pairs) found.pairs.push({ ...pair, rowNo: no });
  return say('new');
}

async function judgeAll(ctx: Ctx, people: readonly ReadPerson[], resolutions: readonly Resolution[]): Promise<Found> {
  const found: Found = { verdicts: [], pairs: [], issues: [] };
  const ids = resolutions.flatMap(({ personId, pairs }) => [personId, ...pairs.map((pair) => pair.personId)]);
  const held = await loadAwards(ctx, ids.flatMap((id) => id ?? []));
  people.forEach((row, at) => {
    const resolution = resolutions[at];
    if (resolution) judge({ ...row, resolution }, held, found);
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
    const left = read.left.map((no): RowVerdict => ({ no, verdict: 'error', personId: null, sameAs: null, print: null }));
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
  const read = await readRows(ctx, { importId, reading, onPage });
  const resolutions = await resolve(ctx, record, read.people);
  const orders = Object.fromEntries([...reading.orders].flatMap(([at, order]) => (order ? [[at, order]] : [])));
  const mapping = { ...record.mapping, orders };
  await save(ctx, { ...record, mapping }, read, await judgeAll(ctx, read.people, resolutions));
}
