import { expect, test } from 'vitest';
import { changeLanguage } from '~/domain/people/change-language.server';
import { editNames } from '~/domain/people/edit-names.server';
import { exportPerson } from '~/domain/people/export-person.server';
import { findPerson } from '~/domain/people/find-person.server';
import { getProfile } from '~/domain/people/get-profile.server';
import type { Spelling } from '~/domain/people/inputs';
import { joinOrganisation } from '~/domain/people/join-organisation.server';
import { newId } from '~/platform/ids';
import { seedPeople } from '../../../prisma/seed/people';
import { useWorld } from '../../support/database';
import { PASSWORD, register } from '../../support/people';

const world = useWorld();
const latin = (family: string): Spelling => ({
  script: 'latin',
  kind: 'passport',
  family,
  given: 'Aigul',
  patronymic: '',
});

test('a new spelling keeps the old one with its end', async () => {
  const { ctx, accountId, personId } = await register(world.current);
  await editNames(ctx, { set: latin('Dossova') });
  await editNames(ctx, { set: latin('Dossova') });
  await editNames(ctx, { set: latin('Serikbayeva') });
  const { names } = await getProfile(ctx, { accountId });
  expect(names.filter(({ script }) => script === 'latin')).toMatchObject([
    { family: 'Dossova', replacedAt: world.current.clock.now() },
    { family: 'Serikbayeva', replacedAt: null },
  ]);
  expect(await findPerson(ctx, { personId })).toMatchObject({
    displayNames: { ru: 'Досова Айгүл', en: 'Aigul Serikbayeva' },
    latinName: 'Serikbayeva Aigul',
  });
  expect(await ctx.db.auditEvent.count({ where: { act: 'people.name-changed', subjectId: personId } })).toBe(
    2,
  );
});

test('changing a name tells the others in the same transaction', async () => {
  const { ctx } = await register(world.current);
  const told: string[] = [];
  const listening = {
    ...ctx,
    ports: {
      ...ctx.ports,
      react: async (_tx: unknown, event: { type: string }) => void told.push(event.type),
    },
  };
  await editNames(listening, { set: latin('Dossova') });
  expect(told).toEqual(['person.renamed']);
});

test('two changes at once leave one current spelling', async () => {
  const { ctx, personId } = await register(world.current);
  await Promise.all(['Aa', 'Bb', 'Cc', 'Dd'].map((family) => editNames(ctx, { set: latin(family) })));
  const current = await ctx.db.personName.count({ where: { personId, script: 'latin', replacedAt: null } });
  expect(current).toBe(1);
  expect(await ctx.db.personName.count({ where: { personId, script: 'latin' } })).toBe(4);
});

test('the last spelling stays, wrong letters are refused at their field', async () => {
  const { ctx } = await register(world.current);
  await expect(editNames(ctx, { remove: { script: 'cyrillic', kind: 'own' } })).rejects.toMatchObject({
    code: 'people.last-name',
  });
  await expect(editNames(ctx, { set: latin('Досова') })).rejects.toMatchObject({
    code: 'people.wrong-script',
    extras: { field: 'family' },
  });
  await editNames(ctx, { set: latin('Dossova') });
  await editNames(ctx, { remove: { script: 'latin', kind: 'passport' } });
  await editNames(ctx, { remove: { script: 'latin', kind: 'passport' } });
});

test('people say where they belong; the newest place counts', async () => {
  const { organisations } = await seedPeople(world.current.ctx());
  const { ctx, personId } = await register(world.current);
  for (const slug of ['almaty', 'school-12', 'school-12'])
    await joinOrganisation(ctx, { organisationId: organisations[slug]?.id ?? '' });
  expect((await findPerson(ctx, { personId }))?.organisation?.path).toBe('/kjf/karaganda/school-12/');
  expect(await ctx.db.affiliation.count({ where: { personId } })).toBe(2);
  await expect(joinOrganisation(ctx, { organisationId: newId() })).rejects.toMatchObject({
    extras: { field: 'organisationId' },
  });
  expect((await ctx.ports.describeHolder(ctx, personId))?.path).toBe('/kjf/karaganda/school-12/');
});

test('other domains find people inside their organisations only', async () => {
  const ctx = world.current.ctx();
  const found = async (q: string, paths: string[]) =>
    (await ctx.ports.findPeople(ctx, { q, paths })).map(({ displayName }) => displayName);
  expect(await found('Bapker', ['/kjf/karaganda/'])).toEqual(['Демо Бапкер']);
  expect(await found('Bapker', ['/kjf/almaty/'])).toEqual([]);
  expect(await found('Bapker', [])).toEqual([]);
  expect(await found('coach2@demo.test', ['/kjf/'])).toEqual(['Демо Бапкер']);
  expect((await found('Demo', ['/'])).length).toBe(13);
});

test('the export holds everything about the owner, and no secret', async () => {
  const { ctx, token } = await register(world.current, { contact: 'export@example.kz', lang: 'kk' });
  await changeLanguage(ctx, { lang: 'ja' });
  const own = JSON.parse(JSON.stringify(await exportPerson(ctx)));
  expect(own).toMatchObject({
    account: { email: 'export@example.kz', lang: 'ja' },
    names: [{ family: 'Досова' }],
    consents: [{ kind: 'processing' }],
    access: { sessions: [{ isThis: true }], secondFactor: 'off' },
  });
  const text = JSON.stringify(own);
  for (const secret of [token, PASSWORD, '$argon2', 'demo.test']) expect(text).not.toContain(secret);
});
