import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { keepHolders } from '~/domain/licensing/keep-holders.server';
import { checkReport } from '~/domain/reports/check-report.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { openReportWorld, type ReportWorld } from './report-world';

const world = useWorld();
let house: ReportWorld;
let reportId: string;
const people: Actor[] = [];

const DAY = '2026-10-01';

const confirm = (applicationId: string) =>
  decideApplication(house.as(house.secondRegistrar), { act: 'confirm', applicationId, note: '' });

const qualificationOf = async ({ personId }: Actor) =>
  (await house.as(null).db.qualification.findFirstOrThrow({ where: { personId } })).id;

beforeAll(async () => {
  world.current.clock.set('2025-02-10T06:00:00Z');
  house = await openReportWorld(world.current);
  for (const place of ['east', 'east', 'west']) {
    const person = await house.newPerson(`Coach of ${place}`, `/kjf/${place}/`);
    people.push(person);
    await house.makeReady(person, '2025-02-01');
    const asked = await applyForLevel(house.as(person), { level: 'one', languages: ['kk', 'ru'], note: '' });
    await confirm(asked.applicationId);
  }
  world.current.clock.set('2026-10-01T06:00:00Z');
  reportId = await house.order({ on: DAY });
});

const figures = async (id: string) =>
  (await house.totalsOf(id)).rows.map(({ place, active, renewable, revoked, ending180 }) => ({
    place,
    ...{ active, renewable, revoked, ending180 },
  }));

const check = () => checkReport(house.as(house.registrar), { reportId, place: '' });

async function move(person: Actor | undefined, path: string): Promise<void> {
  if (!person) return;
  const facts = { personId: person.personId, displayName: 'Another', latinName: 'Name', foldedNames: 'x' };
  const place = { organisationId: house.organisationId, path, mail: null };
  const ctx = house.as(null);
  const describeHolder = async () => ({ ...facts, ...place });
  await keepHolders({ ...ctx, ports: { ...ctx.ports, describeHolder } }, { personId: person.personId });
}

/** Everything that may happen afterwards. */
async function laterActs(): Promise<void> {
  const { db } = house.as(null);
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error('The test has no people');
  await move(first, '/kjf/west/');
  await db.organisation.updateMany({
    data: { name: { original: 'en', en: { text: 'New', origin: 'author' } } },
  });
  const order = {
    document: 'order 1',
    legalBasis: 'Rules, 4.2',
    note: '',
    reason: 'conduct' as const,
    effectiveOn: '2026-01-15',
  };
  const qualificationId = await qualificationOf(third);
  await sanctionQualification(house.as(house.registrar), { act: 'revoke', qualificationId, ...order });
  await house.makeReady(second, '2026-12-01');
  const asked = await askForRenewal(house.as(second), { level: 'one', languages: ['kk', 'ru'], note: '' });
  await confirm(asked.applicationId);
  await db.$executeRawUnsafe(`INSERT INTO rule_set_version
      (id, level_id, number, effective_from, recorded_at, prerequisites, components, expiry, window_months, grace_months, keys_required)
    SELECT '${newId()}', level_id, 2, '2026-01-01', recorded_at, prerequisites, '[]', expiry, 1, 0, 1 FROM rule_set_version
    WHERE level_id = (SELECT id FROM level WHERE slug = 'one')`);
}

test('a report stays what it was: moves, renames, renewals, revocations and new rules come after it', async () => {
  const before = await figures(reportId);
  expect(before).toEqual([
    { place: '/kjf/east/', active: 2, renewable: 0, revoked: 0, ending180: 2 },
    { place: '/kjf/west/', active: 1, renewable: 0, revoked: 0, ending180: 1 },
  ]);
  const { sha256 } = await check();
  world.current.clock.set('2026-12-20T06:00:00Z');
  await laterActs();
  world.current.clock.set('2027-12-20T06:00:00Z');
  expect(await check()).toMatchObject({ sha256, difference: null, isIntact: true });
  expect(await figures(reportId)).toEqual(before);
});

test('the same day known later holds what was recorded of it since; who moved later still counts where they were', async () => {
  const later = await house.order({ on: DAY });
  expect(await figures(later)).toEqual([
    { place: '/kjf/east/', active: 2, renewable: 0, revoked: 0, ending180: 1 },
    { place: '/kjf/west/', active: 0, renewable: 0, revoked: 1, ending180: 0 },
  ]);
  const today = await figures(await house.order({ on: '2027-12-20' }));
  expect(today.map(({ place }) => place)).toEqual(['/kjf/east/', '/kjf/west/']);
});

test('totals that somebody changed in the database are found, and the first number is named', async () => {
  const { db } = house.as(null);
  const totals = structuredClone(await house.totalsOf(reportId));
  const [row] = totals.rows;
  if (row) Object.assign(row, { active: 9 });
  await db.report.update({ where: { id: reportId }, data: { totals: JSON.parse(JSON.stringify(totals)) } });
  expect(await check()).toMatchObject({
    isIntact: false,
    difference: { place: '/kjf/east/', level: 'one', figure: 'active', stored: 9, counted: 2 },
  });
});
