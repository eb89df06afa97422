import { beforeAll, expect, test } from 'vitest';
import { applyForLevel } from '~/domain/applications/apply-for-level.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import { appointSignatory } from '~/domain/frameworks/appoint-signatory.server';
import { decideSignatory } from '~/domain/frameworks/decide-signatory.server';
import { defineFramework } from '~/domain/frameworks/define-framework.server';
import { listSignatories } from '~/domain/frameworks/list-signatories.server';
import { newId } from '~/platform/ids';
import { type Cast, ladder, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  const base = ladder(cast.organisationId);
  const levels = base.levels.map((level) => ({ ...level, slug: `unsigned-${level.slug}` }));
  const unsigned = { ...base, slug: 'unsigned', numberPrefix: 'UNS', signatories: [], levels };
  await defineFramework(cast.as(cast.registrar), unsigned);
});

test('while nobody is in office nothing is confirmed, and the preview says so', async () => {
  const coach = await cast.newPerson('Coach');
  await cast.makeReady(coach);
  const asked = { level: 'unsigned-two', languages: ['kk', 'ru'] as const, note: '' };
  const { applicationId } = await applyForLevel(cast.as(coach), asked);
  const decide = (act: 'propose' | 'confirm', actor = cast.registrar) =>
    decideApplication(cast.as(actor), { act, applicationId, note: '' });
  const foreseen = async () =>
    (
      await previewDecisions(cast.as(cast.secondRegistrar), { act: 'issue', applicationIds: [applicationId] })
    )[0];
  expect(await foreseen()).toMatchObject({ key: 'propose', code: null });
  await decide('propose');
  expect(await foreseen()).toMatchObject({ key: 'confirm', code: 'applications.no-signatory', missing: [] });
  await expect(decide('confirm', cast.secondRegistrar)).rejects.toMatchObject({
    code: 'applications.no-signatory',
  });
  const office = { original: 'en' as const, kk: 'x', ru: 'x', ja: 'x', en: 'President' };
  const level = 'unsigned-one';
  await appointSignatory(cast.as(cast.registrar), {
    ...{
      level,
      submissionKey: newId(),
      rank: 1,
      name: 'Somebody',
      latinName: 'Somebody',
      document: 'Order 1',
    },
    ...{ office, organisation: office, from: '2026-11-01', until: null },
  });
  const { rows, isNobody } = await listSignatories(cast.as(cast.registrar), { level });
  expect(isNobody).toBe(true);
  const signatoryId = rows[0]?.id ?? '';
  await decideSignatory(cast.as(cast.secondRegistrar), { level, signatoryId, decision: 'confirm', seen: 1 });
  expect(await decide('confirm', cast.secondRegistrar)).toMatchObject({ state: 'awarded' });
});
