import { beforeAll, expect, test } from 'vitest';
import { decideTogether } from '~/domain/applications/decide-together.server';
import type { Outcome } from '~/domain/applications/types';
import { checkIssued } from '~/domain/credentials/check-issued.server';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { queryCount } from '~/platform/db/connect.server';
import { useWorld } from '../../support/database';
import { type BatchWorld, openBatchWorld } from './batch-world';

const world = useWorld();
let house: BatchWorld;

const PIECE = 25;

beforeAll(async () => {
  house = await openBatchWorld(world.current);
});

const named = (count: number, name: string) => Array.from({ length: count }, (_, at) => `${name} ${at}`);

const issue = (applicationIds: readonly string[]): Promise<Outcome[]> =>
  decideTogether(house.as(house.registrar), {
    ...{ act: 'issue', note: '', applicationIds: [...applicationIds], keys: {} },
  });

/** The answer of each applicant to «may I stand in the public register?». */
async function agree(applicationIds: readonly string[]): Promise<void> {
  const { db } = house.as(null);
  for (const id of applicationIds) {
    const { personId } = await db.application.findUniqueOrThrow({ where: { id } });
    await setRegisterListing(house.as({ ...house.registrar, personId, grants: [] }), { listed: true });
  }
}

async function statementsOf(applicationIds: readonly string[]): Promise<number> {
  const counted = { queries: 0 };
  const outcomes = await queryCount.run(counted, () => issue(applicationIds));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(applicationIds.map(() => 'done'));
  return counted.queries;
}

test('twenty-five are issued in as many statements as one, fewer than two an award', async () => {
  const [first = '', one = '', ...many] = await house.applicants(named(PIECE + 2, 'Counted'), 'coach-one');
  await agree([first, one, ...many]);
  await issue([first]);
  const statements = await statementsOf(many);
  expect(statements).toBe(await statementsOf([one]));
  expect(statements).toBeLessThan(PIECE * 2);
});

const UNPRINTABLE = [3, 4, 19];

test('what breaks a rule in the middle is undone alone: the others are issued, their numbers without a gap', async () => {
  const { db } = house.as(null);
  const names = named(PIECE, 'Middle').map((name, at) => (UNPRINTABLE.includes(at) ? `김 ${name}` : name));
  const ids = await house.applicants(names, 'coach-one');
  await agree(ids.slice(0, 10));
  const before = await db.credential.count();
  const outcomes = await issue(ids);
  expect(outcomes.map(({ applicationId }) => applicationId)).toEqual(ids);
  const refused = outcomes.flatMap((each, at) => (each.outcome === 'done' ? [] : [[at, each.code]]));
  expect(refused).toEqual(UNPRINTABLE.map((at) => [at, 'credentials.letters-not-printable']));
  const issued = outcomes.flatMap((each) => (each.outcome === 'done' && each.issued ? [each.issued] : []));
  const expected = issued.map((_, at) => `KJF-2026-${String(before + at + 1).padStart(6, '0')}`);
  expect(issued.map(({ number }) => number)).toEqual(expected);
  const serials = issued.map(({ serial }) => serial);
  expect(await db.registerEntry.count({ where: { serial: { in: serials } } })).toBe(8);
  expect((await verifyChain(db)).finding).toBeNull();
  expect((await checkIssued(house.as(null), { after: null, take: 500 })).fault).toBeNull();
});

test('each that was issued has one place, one mail, one act and its jobs; each that was not has none', async () => {
  const { db } = house.as(null);
  const [{ awards = 0n } = {}] = await db.$queryRaw<
    { awards: bigint }[]
  >`SELECT count(*) AS awards FROM qualification`;
  const counts = await db.$queryRaw<Record<string, bigint>[]>`
    SELECT (SELECT count(*) FROM licence_period) AS periods, (SELECT count(*) FROM credential) AS documents,
      (SELECT count(*) FROM status_entry) AS places, (SELECT count(*) FROM outbox_mail) AS mails,
      (SELECT count(*) FROM application_decision) AS decisions,
      (SELECT count(*) FROM application WHERE closed_at IS NOT NULL) AS closed,
      (SELECT count(*) FROM audit_event WHERE act = 'applications.awarded') AS acts,
      (SELECT count(*) FROM pgboss.job WHERE name = 'credentials.render') AS drawings`;
  expect(awards).toBe(49n);
  expect([...new Set(Object.values(counts[0] ?? {}))]).toEqual([awards]);
  const open = await db.application.findMany({ where: { closedAt: null }, include: { decisions: true } });
  expect(open.map(({ decisions }) => decisions)).toEqual(UNPRINTABLE.map(() => []));
});
