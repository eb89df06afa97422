import { expect, test } from 'vitest';
import { exportPersonalData } from '~/domain/identities/export-personal-data.server';
import { findAges } from '~/domain/identities/find-ages.server';
import { getOwnBirthday } from '~/domain/identities/get-own-birthday.server';
import { giveBirthday } from '~/domain/identities/give-birthday.server';
import { checkDigit } from '~/domain/identities/inputs';
import { keepIdentity } from '~/domain/identities/keep-identity.server';
import { inTransaction } from '~/platform/context';
import { openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();

async function newcomer() {
  const cast = await openCastOnce();
  const actor = await cast.newPerson('Coach');
  return { ctx: cast.as(actor), personId: actor.personId };
}

let opened: ReturnType<typeof openCast> | undefined;
const openCastOnce = () => {
  opened ??= openCast(world.current);
  return opened;
};

async function acts(personId: string) {
  const { db } = world.current.ctx();
  const where = { act: 'identities.birthday-given', subjectId: personId };
  const made = await db.auditEvent.findMany({ where });
  return db.auditDetail.findMany({ where: { seq: { in: made.map(({ seq }) => seq) } } });
}

test('the own birthday is kept sealed, once, and is put right by the person; acts do not tell it', async () => {
  const { ctx, personId } = await newcomer();
  expect(await getOwnBirthday(ctx)).toEqual({ birthOn: null, mayGive: true });
  await Promise.all([1, 2, 3].map(() => giveBirthday(ctx, { birthOn: '2008-02-29' })));
  expect(await getOwnBirthday(ctx)).toEqual({ birthOn: '2008-02-29', mayGive: true });
  expect(await acts(personId)).toHaveLength(1);
  await giveBirthday(ctx, { birthOn: '2008-03-01' });
  const told = await acts(personId);
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told.map(({ detail }) => detail))).not.toMatch(/2008/);
  const row = await ctx.db.identity.findUnique({ where: { personId } });
  expect(JSON.stringify(row)).not.toMatch(/2008-0/);
  expect(await exportPersonalData(ctx, { personId })).toMatchObject({ birthOn: '2008-03-01' });
  const ages = await findAges(ctx, { personIds: [personId], on: '2026-02-28' });
  expect([...ages]).toEqual([[personId, { years: 17, isOwnWord: true }]]);
});

test('only a day on which somebody who lives was born', async () => {
  const { ctx } = await newcomer();
  for (const birthOn of ['2026-11-23', '2030-01-01', '1900-01-01'])
    await expect(giveBirthday(ctx, { birthOn })).rejects.toMatchObject({
      code: 'identities.no-such-birthday',
      extras: { field: 'birthOn' },
    });
  await expect(giveBirthday(ctx, { birthOn: '2001-02-29' })).rejects.toThrow();
  await expect(giveBirthday({ ...ctx, actor: null }, { birthOn: '2001-02-28' })).rejects.toMatchObject({
    kind: 'unauthenticated',
  });
});

test('what a table of the office told stays, and a number that tells a birthday is heard', async () => {
  const { ctx, personId } = await newcomer();
  const eleven = '91010130001';
  const iin = `${eleven}${checkDigit(eleven)}`;
  await inTransaction(ctx, (tx) => keepIdentity(tx, { personId, iin, birthOn: null }));
  await expect(giveBirthday(ctx, { birthOn: '1991-01-02' })).rejects.toMatchObject({
    code: 'identities.other-than-iin',
  });
  await giveBirthday(ctx, { birthOn: '1991-01-01' });
  const other = await newcomer();
  await inTransaction(other.ctx, (tx) =>
    keepIdentity(tx, { personId: other.personId, iin: null, birthOn: '1990-05-05' }),
  );
  expect(await getOwnBirthday(other.ctx)).toEqual({ birthOn: '1990-05-05', mayGive: false });
  await giveBirthday(other.ctx, { birthOn: '1990-05-05' });
  await expect(giveBirthday(other.ctx, { birthOn: '1990-05-06' })).rejects.toMatchObject({
    code: 'identities.from-the-office',
  });
});
