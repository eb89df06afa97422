import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { decideTogether } from '~/domain/applications/decide-together.server';
import { getApplication } from '~/domain/applications/get-application.server';
import { getPath } from '~/domain/applications/get-path.server';
import { listOwnApplications } from '~/domain/applications/list-own-applications.server';
import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import { inForceQuery } from '~/domain/equivalences/data/in-force.server';
import { decideEquivalence } from '~/domain/equivalences/decide-equivalence.server';
import { listEquivalences } from '~/domain/equivalences/list-equivalences.server';
import { listOwnEvidence } from '~/domain/evidence/list-own-evidence.server';
import type { Actor } from '~/platform/actor';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { planOf } from '../../support/many-holders';
import { danGrade, firstAid } from '../../support/papers';
import { confirmedEquivalence, confirmedPaper, defineExternals, externalPaper } from './externals';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await defineExternals(cast);
});

beforeEach(async () => {
  world.current.clock.set('2026-11-23T09:00:00Z');
  for (const { id } of (await listEquivalences(cast.as(cast.secondRegistrar), {})).rows) await end(id);
});

const end = (equivalenceId: string) =>
  decideEquivalence(cast.as(cast.secondRegistrar), { equivalenceId, act: 'end', note: 'Over' });

/** A coach with the live condition of the level by a paper, but without its course. */
async function newCoach(paper = externalPaper()): Promise<Actor> {
  const coach = await cast.newPerson('Coach');
  const safe = firstAid({ kind: 'safeguarding', issuedOn: '2026-10-01', validUntil: '2028-09-30' });
  await confirmedPaper(cast, coach, safe);
  await confirmedPaper(cast, coach, paper);
  return coach;
}

const courseOf = async (coach: Actor) => {
  const { findings, isReady } = await getPath(cast.as(coach), { level: 'two' });
  return { isReady, course: findings.find(({ kind }) => kind === 'course') };
};

const apply = async (coach: Actor) =>
  (await applyForLevel(cast.as(coach), { level: 'two', languages: ['kk', 'ru'], note: '' })).applicationId;

const decide = (actor: Actor, applicationId: string, act: 'propose' | 'confirm', conditionsChecked = true) =>
  decideApplication(cast.as(actor), { act, applicationId, note: '', conditionsChecked });

describe('on the way to a level', () => {
  test('a paper stands in for a course while the equivalence is in force, and the path says by what', async () => {
    const coach = await newCoach();
    expect(await courseOf(coach)).toMatchObject({ isReady: false, course: { met: false } });
    const equivalenceId = await confirmedEquivalence(cast);
    const { isReady, course } = await courseOf(coach);
    expect(isReady).toBe(true);
    expect(course).toMatchObject({
      ...{ met: true, since: '2026-11-23', validUntil: '2027-03-31', ref: 'course:safe' },
      by: { kind: 'equivalence', id: equivalenceId, on: '2026-11-23' },
    });
    expect(course?.by?.paper.ru?.text).toBe('OTHER-C (Others)');
    expect(course?.by?.conditions?.ru?.text).toBe('Стаж не меньше года');
    await end(equivalenceId);
    expect(await courseOf(coach)).toMatchObject({ isReady: false, course: { met: false } });
  });

  test('not before its day, not after the paper has run out, not for another paper or level', async () => {
    const coach = await newCoach();
    const other = await newCoach(externalPaper({ external: 'other-b' }));
    const unknown = await newCoach(externalPaper({ external: null, title: 'OTHER-C' }));
    await confirmedEquivalence(cast, { validFrom: '2026-12-01' });
    expect((await courseOf(coach)).isReady).toBe(false);
    world.current.clock.set('2026-12-01T09:00:00Z');
    expect((await courseOf(coach)).isReady).toBe(true);
    for (const each of [other, unknown]) expect((await courseOf(each)).isReady).toBe(false);
    const one = await getPath(cast.as(coach), { level: 'one' });
    expect(one.findings.find(({ kind }) => kind === 'course')?.met).toBe(false);
    world.current.clock.set('2027-04-01T09:00:00Z');
    expect((await courseOf(coach)).isReady).toBe(false);
  });

  test('what was completed here counts first', async () => {
    const coach = await newCoach();
    await cast.makeReady(coach);
    await confirmedEquivalence(cast);
    const { course } = await courseOf(coach);
    expect(course).toMatchObject({ met: true, since: '2026-11-01' });
    expect(course?.by).toBeUndefined();
  });

  test('a dan of a known house is a dan, and names its house', async () => {
    const coach = await newCoach(danGrade({ grade: 2, external: 'house' }));
    const { evidence } = await listOwnEvidence(cast.as(coach));
    expect(evidence.map(({ ref }) => ref)).toContain('dan:2@house-2');
    await confirmedEquivalence(cast, { external: 'house-2' });
    expect((await courseOf(coach)).isReady).toBe(true);
  });
});

describe('deciding', () => {
  test('both keys note the paper, and what was decided stays when the equivalence ends', async () => {
    const coach = await newCoach();
    const equivalenceId = await confirmedEquivalence(cast);
    const applicationId = await apply(coach);
    await decide(cast.registrar, applicationId, 'propose');
    await decide(cast.secondRegistrar, applicationId, 'confirm');
    await end(equivalenceId);
    const view = await getApplication(cast.as(cast.registrar), { applicationId });
    expect(view.state).toBe('awarded');
    const noted = { kind: 'equivalence', id: equivalenceId, on: '2026-11-23' };
    expect(view.decisions.map(({ counted }) => counted)).toMatchObject([[noted], [noted]]);
    const [own] = await listOwnApplications(cast.as(coach));
    expect(own?.decisions.at(-1)?.counted[0]?.paper.ru?.text).toBe('OTHER-C (Others)');
    const order = cast.issued.find((each) => each.personId === coach.personId);
    expect(order?.studied).toEqual([]);
  });

  test('ended between the keys, the second one is refused', async () => {
    const coach = await newCoach();
    const equivalenceId = await confirmedEquivalence(cast);
    const applicationId = await apply(coach);
    await decide(cast.registrar, applicationId, 'propose');
    await end(equivalenceId);
    const confirming = decide(cast.secondRegistrar, applicationId, 'confirm');
    await expect(confirming).rejects.toMatchObject({ code: 'applications.not-ready' });
  });

  test('many at once are foreseen and decided by the same papers', async () => {
    const [helped, other] = [await newCoach(), await newCoach(externalPaper({ external: 'other-b' }))];
    await confirmedEquivalence(cast, { conditions: { kk: '', ru: '', ja: '', en: '' } });
    const applicationIds = [await apply(helped), await apply(other)];
    const foreseen = await previewDecisions(cast.as(cast.registrar), { applicationIds, act: 'issue' });
    expect(foreseen.map(({ code }) => code)).toEqual([null, 'applications.not-ready']);
    const outcomes = await decideTogether(cast.as(cast.registrar), {
      ...{ act: 'issue', applicationIds, note: '' },
      keys: Object.fromEntries(applicationIds.map((id) => [id, 'propose' as const])),
    });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'not-done']);
  });

  test('conditions in words are checked by both keys singly, and never among many', async () => {
    const coach = await newCoach();
    await confirmedEquivalence(cast);
    const applicationId = await apply(coach);
    const code = 'applications.decide-singly';
    const foreseen = await previewDecisions(cast.as(cast.registrar), {
      ...{ applicationIds: [applicationId], act: 'issue' },
    });
    expect(foreseen).toMatchObject([{ act: null, key: 'propose', code }]);
    const together = await decideTogether(cast.as(cast.registrar), {
      ...{ act: 'issue', applicationIds: [applicationId], note: '', keys: { [applicationId]: 'propose' } },
    });
    expect(together).toMatchObject([{ outcome: 'not-done', code }]);
    const unchecked = { code: 'applications.conditions-unchecked', extras: { field: 'conditionsChecked' } };
    const first = decide(cast.registrar, applicationId, 'propose', false);
    await expect(first).rejects.toMatchObject(unchecked);
    await decide(cast.registrar, applicationId, 'propose');
    const second = decide(cast.secondRegistrar, applicationId, 'confirm', false);
    await expect(second).rejects.toMatchObject(unchecked);
    await decide(cast.secondRegistrar, applicationId, 'confirm');
    const { decisions, conditions } = await getApplication(cast.as(cast.registrar), { applicationId });
    expect(decisions.map(({ conditionsChecked }) => conditionsChecked)).toEqual([true, true]);
    expect(conditions).toHaveLength(1);
  });
});

test('equivalences in force are read along their index', async () => {
  const query = inForceQuery({ externals: ['other-c'], on: '2026-11-23', withComing: false });
  const plan = await planOf(cast, query, { smallTablesToo: true });
  expect(plan).toContain('equivalence_external_level_id_idx');
});
