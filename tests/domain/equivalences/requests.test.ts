import { beforeAll, describe, expect, test } from 'vitest';
import { getPath } from '~/domain/applications/get-path.server';
import { askForEquivalence } from '~/domain/equivalences/ask-for-equivalence.server';
import { requestPage } from '~/domain/equivalences/data/request-list.server';
import { decideRequest } from '~/domain/equivalences/decide-request.server';
import { exportPersonalData } from '~/domain/equivalences/export-personal-data.server';
import { getRequest } from '~/domain/equivalences/get-request.server';
import type { DecideRequestInput } from '~/domain/equivalences/inputs';
import { listRequests } from '~/domain/equivalences/list-requests.server';
import { openRequest } from '~/domain/equivalences/open-request.server';
import { withdrawRequest } from '~/domain/equivalences/withdraw-request.server';
import type { Actor } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { planOf, scansOf } from '../../support/many-holders';
import { confirmedPaper, defineExternals, externalPaper } from './externals';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
});

const unlisted = () => externalPaper({ external: null, title: 'A school of others' });

async function asked(level = 'two', grants?: Actor['grants']) {
  const coach = await cast.newPerson('Coach', '/kjf/karaganda/', grants);
  await confirmedPaper(cast, coach, unlisted());
  const blank = await openRequest(cast.as(coach), { level });
  const evidence = blank.papers.map(({ id }) => id);
  const input = { submissionKey: blank.submissionKey, level, evidence, statement: 'Thirty hours of safety' };
  const { requestId } = await askForEquivalence(cast.as(coach), input);
  return { coach, requestId, input };
}

type Act = DecideRequestInput['act'];

const viewOf = (actor: Actor, requestId: string) => getRequest(cast.as(actor), { requestId });

async function decide(actor: Actor, requestId: string, act: Act, facts = {}) {
  const { proposalId } = await viewOf(cast.registrar, requestId);
  return decideRequest(cast.as(actor), {
    ...{ act, requestId, note: 'Seen', document: 'Minutes 7', counts: ['course:safe'] },
    ...{ proposalId: proposalId ?? requestId, ...facts },
  } as DecideRequestInput);
}
const courseOf = async (coach: Actor, level: string) =>
  (await getPath(cast.as(coach), { level })).findings.find(({ kind }) => kind === 'course');
const mailsTo = ({ accountId }: Actor) =>
  cast.as(null).db.outboxMail.findMany({ where: { to: `${accountId}@test.kz` }, orderBy: { id: 'asc' } });
const evidenceOf = ({ personId }: Actor) =>
  cast.as(null).db.evidence.findMany({ where: { personId, type: 'equivalence' } });

describe('asking', () => {
  test('sent twice, also at once, it is one request; a second one for the level must wait', async () => {
    const { coach, requestId, input } = await asked();
    const again = await Promise.all([1, 2].map(() => askForEquivalence(cast.as(coach), input)));
    expect(again.map((each) => each.requestId)).toEqual([requestId, requestId]);
    const second = askForEquivalence(cast.as(coach), { ...input, submissionKey: newId() });
    await expect(second).rejects.toMatchObject({ code: 'equivalences.already-asked' });
    const other = await cast.newPerson('Other');
    const foreign = askForEquivalence(cast.as(other), { ...input, submissionKey: newId() });
    await expect(foreign).rejects.toMatchObject({ code: 'equivalences.unknown-evidence' });
  });

  test('withdrawn by its coach alone, while it waits', async () => {
    const { coach, requestId } = await asked();
    const other = await cast.newPerson('Other');
    const foreign = withdrawRequest(cast.as(other), { requestId });
    await expect(foreign).rejects.toMatchObject({ kind: 'not-found' });
    await withdrawRequest(cast.as(coach), { requestId });
    await withdrawRequest(cast.as(coach), { requestId });
    const late = decide(cast.registrar, requestId, 'refuse');
    await expect(late).rejects.toMatchObject({ code: 'equivalences.request-decided' });
  });
});

describe('deciding', () => {
  test('one key: granted, it counts for this person and level as long as the paper, and the coach is told once', async () => {
    const { coach, requestId } = await asked('one');
    await Promise.all([1, 2].map(() => decide(cast.registrar, requestId, 'grant')));
    expect(await evidenceOf(coach)).toMatchObject([{ ref: 'one/course:safe', sourceId: requestId }]);
    expect(await courseOf(coach, 'one')).toMatchObject({
      ...{ met: true, since: '2026-11-23', validUntil: '2027-03-31' },
      by: { kind: 'grant', on: '2026-11-23', paper: { ru: { text: 'A school of others (Others)' } } },
    });
    expect((await courseOf(coach, 'two'))?.met).toBe(false);
    const mails = await mailsTo(coach);
    expect(mails.filter(({ text }) => text.includes('/me/qualifications/one/equivalence'))).toHaveLength(1);
    expect(mails.at(-1)?.text).toContain('Minutes 7');
  });

  test('two keys: proposed by one, unseen by the coach, granted by another', async () => {
    const { coach, requestId } = await asked('two');
    expect((await decide(cast.registrar, requestId, 'grant')).act).toBe('propose');
    const [own] = (await openRequest(cast.as(coach), { level: 'two' })).requests;
    expect(own).toMatchObject({ state: 'asked', acts: [] });
    expect(JSON.stringify(await exportPersonalData(cast.as(coach), coach))).not.toContain('Minutes 7');
    expect((await courseOf(coach, 'two'))?.met).toBe(false);
    expect((await viewOf(cast.registrar, requestId)).possible).toEqual(['return', 'refuse']);
    const alone = decide(cast.registrar, requestId, 'confirm');
    await expect(alone).rejects.toMatchObject({ code: 'equivalences.second-key' });
    const other = decide(cast.secondRegistrar, requestId, 'grant', { counts: ['course:safe'], note: 'Mine' });
    await expect(other).rejects.toMatchObject({ code: 'equivalences.already-proposed' });
    await Promise.all([1, 2].map(() => decide(cast.secondRegistrar, requestId, 'confirm')));
    expect((await courseOf(coach, 'two'))?.by?.kind).toBe('grant');
    expect((await viewOf(cast.registrar, requestId)).acts).toMatchObject([
      { act: 'propose', actorId: cast.registrar.accountId },
      { act: 'grant', actorId: cast.secondRegistrar.accountId, counts: ['course:safe'] },
    ]);
    expect(JSON.stringify(await exportPersonalData(cast.as(coach), coach))).toContain('Minutes 7');
  });

  test('returned with a question, the coach asks again; refused, it counts for nothing', async () => {
    const { coach, requestId, input } = await asked('two');
    await decide(cast.registrar, requestId, 'return', { note: 'How many hours?' });
    expect((await mailsTo(coach)).at(-1)?.text).toContain('How many hours?');
    const again = await askForEquivalence(cast.as(coach), { ...input, submissionKey: newId() });
    await decide(cast.registrar, again.requestId, 'refuse');
    const { requests } = await openRequest(cast.as(coach), { level: 'two' });
    expect(requests.map(({ state }) => state)).toEqual(['refused', 'returned']);
    expect(await evidenceOf(coach)).toEqual([]);
  });

  test('nobody decides the own one, a coach none, and only what may be counted is', async () => {
    const grant = {
      role: 'registrar' as const,
      organisationId: cast.organisationId,
      lang: null,
      level: null,
    };
    const { coach, requestId } = await asked('one', [{ ...grant, path: '/kjf/' }]);
    expect((await viewOf(coach, requestId)).possible).toEqual([]);
    const own = decide(coach, requestId, 'grant');
    await expect(own).rejects.toMatchObject({ code: 'equivalences.own-request' });
    const practical = decide(cast.registrar, requestId, 'grant', { counts: ['practical:one'] });
    await expect(practical).rejects.toMatchObject({ code: 'equivalences.not-countable' });
    const stranger = await cast.newPerson('Stranger');
    await expect(viewOf(stranger, requestId)).rejects.toMatchObject({ kind: 'forbidden' });
    const far = await cast.newPerson('Far', '/kjf/almaty/', [{ ...grant, path: '/kjf/almaty/' }]);
    await expect(viewOf(far, requestId)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await listRequests(cast.as(far), {})).total).toBe(0);
  });
});

/** Requests of many people, one in twenty of them open. */
async function manyRequests(): Promise<void> {
  const { db } = cast.as(null);
  const level = await db.level.findUniqueOrThrow({ where: { slug: 'one' } });
  const id = (part: string) =>
    Prisma.sql`('0199b000-0000-7000-8' || ${part} || '-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const numbers = Prisma.sql`generate_series(1, 3000) AS n`;
  await db.$executeRaw(
    Prisma.sql`INSERT INTO person (id, created_at) SELECT ${id('aaa')}, now() FROM ${numbers}`,
  );
  await db.$executeRaw(Prisma.sql`
    INSERT INTO equivalence_request
      (id, submission_key, person_id, level_id, path, lang, statement, evidence_ids, asked_at, closed_at)
    SELECT ${id('bbb')}, ${id('ccc')}, ${id('aaa')}, ${level.id}::uuid, '/kjf/r' || n % 10 || '/', 'ru', 'x', '{}',
      timestamptz '2026-01-01' + n * interval '1 minute',
      CASE WHEN n % 20 > 0 THEN timestamptz '2026-06-01' + n * interval '1 minute' END
    FROM ${numbers}`);
  await db.$executeRawUnsafe('ANALYZE equivalence_request');
}

test('the queue is paged, filtered by level, and reads along its index; the chain holds', async () => {
  const { requestId } = await asked('one');
  const office = cast.as(cast.registrar);
  const waiting = await listRequests(office, { level: 'one' });
  expect(waiting.rows.map(({ id }) => id)).toContain(requestId);
  expect(waiting.rows.every(({ level }) => level?.slug === 'one')).toBe(true);
  for (const field of ['list', 'level', 'after'])
    await expect(listRequests(office, { [field]: 'a\u0000b' })).resolves.toBeDefined();
  for (const id of ['', 'x', 'a\u0000b'])
    await expect(viewOf(cast.registrar, id)).rejects.toMatchObject({ kind: 'not-found' });
  await manyRequests();
  const first = await listRequests(office, { level: 'one' });
  const second = await listRequests(office, { level: 'one', after: first.next });
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(100);
  const scope = { levelIds: [], paths: ['/kjf/'] };
  for (const list of ['open', 'closed'] as const) {
    const query = requestPage({ list, levelId: null, scope }, null, 51);
    const plan = await planOf(cast, query);
    expect(scansOf(plan, 'r')).not.toContain('Seq Scan');
  }
  expect((await verifyChain(office.db)).finding).toBeNull();
});
