import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { getPath } from '~/domain/applications/get-path.server';
import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import { acceptCode } from '~/domain/conduct/accept-code.server';
import { decideVersion } from '~/domain/conduct/decide-version.server';
import { listVersions } from '~/domain/conduct/list-versions.server';
import { proposeVersion } from '~/domain/conduct/propose-version.server';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { type Cast, ladder, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let coach: Actor;

const at = (moment: string) => world.current.clock.set(moment);

/** A level that asks for nothing but the code. */
function bound(organisationId: string) {
  const base = ladder(organisationId);
  const [first] = base.levels;
  const [rules] = first?.ruleSets ?? [];
  if (!first || !rules) throw new Error('The test has no ladder');
  const prerequisites = { kind: 'all' as const, of: [{ kind: 'code-of-conduct' as const }] };
  const levels = [{ ...first, slug: 'bound', ruleSets: [{ ...rules, prerequisites, components: [] }] }];
  return { ...base, slug: 'bound', numberPrefix: 'BND', levels };
}

async function publish(inForceFrom: string, framework = 'bound'): Promise<string> {
  const { versionId } = await proposeVersion(cast.as(cast.registrar), {
    ...{ submissionKey: newId(), framework, original: 'en', inForceFrom },
    ...{ text: { kk: '', ru: '', ja: '', en: `From ${inForceFrom}` }, reason: 'Why', document: 'Order' },
  });
  await decideVersion(cast.as(cast.secondRegistrar), { versionId, decision: 'confirm' });
  return versionId;
}

const finding = async () => (await getPath(cast.as(coach), { level: 'bound' })).findings[0];

beforeAll(async () => {
  at('2026-06-01T07:00:00Z');
  cast = await openCast(world.current);
  coach = await cast.newPerson('Coach');
  await defineFramework(cast.as(cast.registrar), bound(cast.organisationId));
});

test('a level that asks for the code is given to who has accepted the version in force on the day', async () => {
  expect(await finding()).toMatchObject({ kind: 'code-of-conduct', met: false, ref: 'code' });
  const first = await publish('2026-01-01');
  const other = await publish('2026-01-01', 'test-ladder');
  await acceptCode(cast.as(coach), { versionId: other });
  expect(await finding()).toMatchObject({ met: false });
  const { applicationId } = await applyForLevel(cast.as(coach), {
    ...{ level: 'bound', languages: ['kk', 'ru'], note: '' },
  });
  const confirm = () =>
    decideApplication(cast.as(cast.registrar), { applicationId, act: 'confirm', note: '' });
  await expect(confirm()).rejects.toMatchObject({ code: 'applications.not-ready' });
  const [foreseen] = await previewDecisions(cast.as(cast.registrar), {
    ...{ act: 'issue', applicationIds: [applicationId] },
  });
  expect(foreseen?.missing).toMatchObject([{ kind: 'code-of-conduct', ref: 'code' }]);
  at('2026-06-01T20:00:00Z');
  await acceptCode(cast.as(coach), { versionId: first });
  expect(await finding()).toMatchObject({ met: true, since: '2026-06-02', validUntil: null });
  const second = await publish('2026-07-01');
  at('2026-07-01T07:00:00Z');
  await expect(confirm()).rejects.toMatchObject({ code: 'applications.not-ready' });
  await acceptCode(cast.as(coach), { versionId: second });
  await confirm();
});

test('the office counts holders of licences whom it reaches, each once', async () => {
  const counts = async (actor: Actor) =>
    (await listVersions(cast.as(actor), { after: '' })).codes.map(({ framework, count }) => [
      framework.slug,
      count,
    ]);
  const both = { holders: 1, accepted: 1 };
  const none = { holders: 0, accepted: 0 };
  expect(await counts(cast.registrar)).toEqual([
    ['test-ladder', none],
    ['bound', both],
  ]);
  const grants = cast.registrar.grants.map((grant) => ({ ...grant, path: '/kjf/almaty/' }));
  const elsewhere = await cast.newPerson('Registrar elsewhere', '/kjf/almaty/', grants);
  expect((await counts(elsewhere))[1]).toEqual(['bound', none]);
  await publish('2026-08-01');
  at('2026-08-01T07:00:00Z');
  expect((await counts(cast.registrar))[1]).toEqual(['bound', { holders: 1, accepted: 0 }]);
  at('2028-08-01T07:00:00Z');
  expect((await counts(cast.registrar))[1]).toEqual(['bound', none]);
});
