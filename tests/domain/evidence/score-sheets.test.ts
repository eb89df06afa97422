import { beforeAll, expect, test } from 'vitest';
import { exportPersonalData } from '~/domain/evidence/export-personal-data.server';
import { findCandidates } from '~/domain/evidence/find-candidates.server';
import { getScoreSheet } from '~/domain/evidence/get-score-sheet.server';
import { listEvidence } from '~/domain/evidence/list-evidence.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import { listScoreSheets } from '~/domain/evidence/list-score-sheets.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { recordScoreSheet } from '~/domain/evidence/record-score-sheet.server';
import { settlePending } from '~/domain/evidence/settle-pending.server';
import { signScoreSheet } from '~/domain/evidence/sign-score-sheet.server';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let candidate: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  candidate = await cast.newPerson('Candidate');
});

type Marks = Record<string, '0' | '1' | '2' | '3' | '4' | '5'>;
const good: Marks = { ukemi: '4', safety: '3' };

const sheet = (facts: { personId?: string; marks?: Marks; key?: string; heldOn?: string } = {}) => ({
  submissionKey: facts.key ?? newId(),
  personId: facts.personId ?? candidate.personId,
  level: 'one',
  heldOn: facts.heldOn ?? '2026-11-22',
  place: 'Karaganda, hall 2',
  remarks: '',
  marks: facts.marks ?? good,
});

const record = (actor: Actor, facts: Parameters<typeof sheet>[0] = {}) =>
  recordScoreSheet(cast.as(actor), sheet(facts));

test('recorded twice at once it is one sheet, and evidence only after the second signature, once', async () => {
  const key = newId();
  const sent = await Promise.all(Array.from({ length: 4 }, () => record(cast.assessor, { key })));
  const [first] = sent;
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  if (!first) throw new Error('nothing was recorded');
  expect((await listOwnEvidence(cast.as(candidate))).evidence).toEqual([]);
  const waiting = await listScoreSheets(cast.as(cast.secondAssessor));
  expect(waiting.toSign.map(({ id }) => id)).toEqual([first.id]);
  await Promise.all([1, 2, 3].map(() => signScoreSheet(cast.as(cast.secondAssessor), { sheetId: first.id })));
  const own = await listOwnEvidence(cast.as(candidate));
  expect(own.evidence).toMatchObject([
    { type: 'practical', ref: 'practical:one', place: 'Karaganda, hall 2' },
  ]);
  expect(own.sheets).toMatchObject([{ state: 'signed', passed: true, mean: 3.5 }]);
  expect((await listScoreSheets(cast.as(cast.assessor))).own).toHaveLength(1);
});

test('a failed sheet is signed and kept, and never becomes evidence', async () => {
  const person = await cast.newPerson('Failing');
  const { id } = await record(cast.assessor, {
    personId: person.personId,
    marks: { ukemi: '1', safety: '5' },
  });
  await signScoreSheet(cast.as(cast.secondAssessor), { sheetId: id });
  const own = await listOwnEvidence(cast.as(person));
  expect(own).toMatchObject({ evidence: [], sheets: [{ passed: false, state: 'signed' }] });
});

test('the candidate and the two assessors are three people', async () => {
  await expect(record(cast.assessor, { personId: cast.assessor.personId })).rejects.toMatchObject({
    code: 'evidence.own-sheet',
  });
  const { id } = await record(cast.assessor);
  await expect(signScoreSheet(cast.as(cast.assessor), { sheetId: id })).rejects.toMatchObject({
    code: 'evidence.second-person',
  });
  const own = await record(cast.assessor, { personId: cast.secondAssessor.personId });
  const signing = signScoreSheet(cast.as(cast.secondAssessor), { sheetId: own.id });
  await expect(signing).rejects.toMatchObject({ code: 'evidence.own-sheet' });
});

test('only assessors licensed for the level, for real people, for days that have come, with every mark', async () => {
  await expect(record(candidate, { personId: cast.assessor.personId })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  const grants = [
    {
      role: 'assessor' as const,
      organisationId: cast.organisationId,
      path: '/kjf/',
      lang: null,
      level: 'two',
    },
  ];
  const other = await cast.newPerson('Other level', '/kjf/', grants);
  await expect(record(other)).rejects.toMatchObject({ code: 'evidence.not-licensed' });
  await expect(record(cast.assessor, { personId: newId() })).rejects.toMatchObject({
    code: 'evidence.no-such-candidate',
  });
  await expect(record(cast.assessor, { heldOn: '2026-11-24' })).rejects.toMatchObject({
    code: 'evidence.date-in-future',
  });
  await expect(record(cast.assessor, { marks: { ukemi: '4' } })).rejects.toMatchObject({
    code: 'evidence.mark-missing',
  });
  const { id } = await record(cast.assessor);
  await expect(getScoreSheet(cast.as(other), { sheetId: id })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(getScoreSheet(cast.as(candidate), { sheetId: id })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  expect((await getScoreSheet(cast.as(cast.secondAssessor), { sheetId: id })).canSign).toBe(true);
});

test('candidates are looked for where the assessor is licensed', async () => {
  const asked: unknown[] = [];
  const ctx = cast.as(cast.assessor);
  ctx.ports.findPeople = async (_ctx, input) => {
    asked.push(input.paths);
    return [];
  };
  await findCandidates(ctx, { q: 'Тренер', level: 'one' });
  const grants = [
    {
      role: 'assessor' as const,
      organisationId: cast.organisationId,
      path: '/kjf/almaty/',
      lang: null,
      level: 'one',
    },
  ];
  const regional = { ...ctx, actor: { ...cast.assessor, grants } };
  await findCandidates(regional, { q: 'Тренер', level: 'one' });
  expect(asked).toEqual([['/'], ['/kjf/almaty/']]);
  await expect(findCandidates(cast.as(candidate), { q: 'x', level: 'one' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('a completed course is recorded once by whoever comes first, with its component', async () => {
  const person = await cast.newPerson('Student');
  const completion = {
    sourceId: newId(),
    personId: person.personId,
    ref: 'course:safe@2',
    title: { original: 'en' as const, en: { text: 'Safe', origin: 'author' as const } },
    hours: 4,
    points: 2,
    component: 'safeguarding',
    validityMonths: 36,
    occurredOn: '2026-11-23',
  };
  const ctx = cast.as(person);
  ctx.ports.pendingCompletions = async () => [completion];
  expect((await listOwnEvidence(ctx)).beingRecorded).toBe(1);
  await Promise.all([
    recordCourseCompletion(cast.as(null), completion),
    settlePending(ctx, person),
    settlePending(ctx, person),
  ]);
  const own = await listOwnEvidence(ctx);
  expect(own.beingRecorded).toBe(0);
  expect(own.evidence).toMatchObject([{ validUntil: '2029-11-22', hours: 4, points: 2 }]);
  expect(await ctx.db.component.count({ where: { personId: person.personId } })).toBe(1);
  await expect(listEvidence(cast.as(candidate), { personIds: [person.personId] })).rejects.toMatchObject({
    kind: 'not-found',
  });
  const found = await listEvidence(cast.as(cast.registrar), { personIds: [person.personId] });
  expect(found.get(person.personId)).toHaveLength(1);
  expect(await exportPersonalData(ctx, person)).toMatchObject({ evidence: [{ ref: 'course:safe@2' }] });
});
