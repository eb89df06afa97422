import { beforeAll, expect, test } from 'vitest';
import { loadEligibility, loadOwnEligibility } from '~/domain/applications/data/eligibility.server';
import { getPath } from '~/domain/applications/get-path.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Actor } from '~/platform/actor';
import { queryCount } from '~/platform/db/connect.server';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
const LEVEL = 'one';
let cast: Cast;
let coach: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  coach = await cast.newPerson('Жаттықтырушы');
  await cast.makeReady(coach);
});

async function question() {
  const levels = await listLevels(cast.as(coach));
  const level = levels.find(({ slug }) => slug === LEVEL);
  if (!level?.ruleSet) throw new Error(`${LEVEL} has no rules`);
  return { levels, ruleSet: level.ruleSet, on: world.current.clock.today(level.framework.zone) };
}

test('what the own path finds is two statements, whatever the evidence, and what the office finds', async () => {
  const asked = await question();
  const counted = { queries: 0 };
  const own = await queryCount.run(counted, () => loadOwnEligibility(cast.as(coach), coach, asked));
  expect(counted.queries).toBe(2);
  const { personId } = coach;
  const office = await loadEligibility(cast.as(cast.registrar), { personId, ...asked });
  expect(own.findings.length).toBeGreaterThan(2);
  expect([own.isReady, own.findings]).toEqual([true, office.findings]);
});

test('without a confirmed address nobody is registered', async () => {
  expect(await getPath(cast.as(coach), { level: LEVEL })).toMatchObject({
    isRegistered: true,
    isReady: true,
  });
  const unconfirmed = { ...coach, emailConfirmed: false };
  expect(await getPath(cast.as(unconfirmed), { level: LEVEL })).toMatchObject({
    isRegistered: false,
    isReady: false,
  });
});
