import { beforeAll, expect, test } from 'vitest';
import { decideAppeal } from '~/domain/appeals/decide-appeal.server';
import { submitAppeal } from '~/domain/appeals/submit-appeal.server';
import { askOffice } from '~/domain/sanctions/ask-office.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { surrenderQualification } from '~/domain/sanctions/surrender-qualification.server';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;
let coach: Actor;

beforeAll(async () => {
  cast = await openCast(world.current);
  coach = await cast.newPerson('Coach');
});

const days = { effectiveOn: '2026-12-01', until: '2026-12-31' };

const FORMS = {
  pause: (id: string) =>
    askOffice(cast.as(coach), { act: 'pause', qualificationId: id, reason: 'illness', note: '', ...days }),
  surrender: (id: string) =>
    surrenderQualification(cast.as(coach), { qualificationId: id, sure: 'on', note: '' }),
  appeal: (id: string) =>
    submitAppeal(cast.as(coach), {
      ...{ against: 'award', qualificationId: id, decisionId: newId(), text: 'Why' },
    } as Parameters<typeof submitAppeal>[1]),
  lift: (id: string) =>
    sanctionQualification(cast.as(cast.registrar), {
      ...{ act: 'lift', qualificationId: id, document: 'No. 1', effectiveOn: '2026-12-01', note: '' },
    }),
  'decide an appeal': (id: string) =>
    decideAppeal(cast.as(cast.registrar), {
      ...{ appealId: id, outcome: 'dismissed', document: 'No. 1', answer: 'Why' },
    }),
};

test.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('%s: what is no id is not found', async (form) => {
  for (const id of ['abc', '', newId()])
    await expect(FORMS[form](id)).rejects.toMatchObject({ kind: 'not-found' });
});
