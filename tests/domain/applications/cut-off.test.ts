import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getApplication } from '~/domain/applications/get-application.server';
import { getPath } from '~/domain/applications/get-path.server';
import { withdrawApplication } from '~/domain/applications/withdraw-application.server';
import type { Actor } from '~/platform/actor';
import { useWorld } from '../../support/database';
import { openRenewalCast, type RenewalCast } from '../../support/renewals';

const world = useWorld();
let cast: RenewalCast;

const at = (day: string) => world.current.clock.set(`${day}T07:00:00Z`);
const asked = { level: 'keep', languages: ['kk', 'ru'] as const, note: '' };
const ask = (person: Actor) => askForRenewal(cast.as(person), asked);
const confirm = (applicationId: string) =>
  decideApplication(cast.as(cast.registrar), { act: 'confirm', applicationId, note: '' });
const path = (person: Actor) => getPath(cast.as(person), { level: 'keep' });

/** Awarded on 10 January 2024, valid until 9 January 2026, with points enough; handed in until 10 December 2025. */
async function holder(name: string): Promise<Actor> {
  at('2024-01-10');
  const person = await cast.newPerson(name);
  await cast.makeReady(person, '2024-01-05');
  await confirm((await applyForLevel(cast.as(person), asked)).applicationId);
  await cast.earn(person, 8, '2025-03-01');
  return person;
}

beforeAll(async () => {
  at('2024-01-10');
  cast = await openRenewalCast(world.current);
  await cast.as(null).db.ruleSetVersion.updateMany({ data: { cutOffDays: 30 } });
});

test('handed in on the last day it is decided as in the window, also later', async () => {
  const person = await holder('In time');
  at('2025-12-10');
  expect(await path(person)).toMatchObject({
    renewal: { way: 'window', handInBy: '2025-12-10' },
    missedCutOff: null,
  });
  const { applicationId } = await ask(person);
  at('2026-01-09');
  expect(await path(person)).toMatchObject({ renewal: { way: 'window' }, missedCutOff: null });
  expect(await confirm(applicationId)).toMatchObject({ kind: 'renewal', state: 'awarded' });
});

test('returned with a question after it, it still counts as handed in time; withdrawn, it does not', async () => {
  const person = await holder('Asked');
  at('2025-12-10');
  const first = await ask(person);
  at('2025-12-20');
  const answer = { applicationId: first.applicationId, note: 'Which course?' };
  await decideApplication(cast.as(cast.registrar), { act: 'return', ...answer });
  expect(await path(person)).toMatchObject({
    renewal: { way: 'window', handInBy: null },
    missedCutOff: null,
  });
  const second = await ask(person);
  expect(second.isNew).toBe(true);
  const seen = await getApplication(cast.as(cast.registrar), second);
  expect(seen.renewal).toMatchObject({ way: 'window' });
  at('2025-12-28');
  expect(await confirm(second.applicationId)).toMatchObject({ kind: 'renewal', state: 'awarded' });

  const other = await holder('Withdrawn');
  at('2025-12-10');
  await withdrawApplication(cast.as(other), await ask(other));
  at('2025-12-11');
  await expect(ask(other)).rejects.toMatchObject({ code: 'applications.cut-off-missed' });
});

test('after it nothing is handed in before the end; then grace renews from its own day', async () => {
  const person = await holder('Late');
  at('2025-12-11');
  await expect(ask(person)).rejects.toMatchObject({ code: 'applications.cut-off-missed' });
  expect(await path(person)).toMatchObject({
    isHeld: true,
    renewal: null,
    missedCutOff: { lastDay: '2025-12-10', again: '2026-01-10' },
  });
  at('2026-01-10');
  expect(await path(person)).toMatchObject({ renewal: { way: 'grace', handInBy: null }, missedCutOff: null });
  await confirm((await ask(person)).applicationId);
  const periods = await cast.as(null).db.licencePeriod.findMany({
    where: { qualification: { personId: person.personId } },
    orderBy: { no: 'asc' },
  });
  expect(periods.map(({ from }) => from.toISOString().slice(0, 10))).toEqual(['2024-01-10', '2026-01-10']);
});
