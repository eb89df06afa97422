import { beforeAll, describe, expect, it } from 'vitest';
import { addAlias } from '~/domain/lexicon/add-alias.server';
import { getTechnique } from '~/domain/lexicon/get-technique.server';
import type { AddAliasInput } from '~/domain/lexicon/inputs';
import { removeAlias } from '~/domain/lexicon/remove-alias.server';
import { restoreAlias } from '~/domain/lexicon/restore-alias.server';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { readContentVersion } from '~/platform/db/content-version.server';
import { newId } from '~/platform/ids';
import { actorWith } from '../../support/database';
import { editor, useLexicon } from './lexicon-world';

const world = useLexicon();
const asEditor = () => world.current.ctx(editor());

const alias = (text: string, more: Partial<AddAliasInput> = {}): AddAliasInput => ({
  techniqueId: 'uchi-mata',
  text,
  script: 'cyrillic',
  kind: 'other',
  lang: 'ru',
  source: '',
  ...more,
});

const first = async (q: string) =>
  (await searchTechniques(world.current.ctx(), { q, lang: 'ru', limit: 3 }))[0];

const shown = async (id = 'uchi-mata', ctx = world.current.ctx()) =>
  (await getTechnique(ctx, { id })).aliases.map(({ text }) => text);

const refused = (input: AddAliasInput, code: string, field?: string) =>
  expect(addAlias(asEditor(), input)).rejects.toMatchObject({
    code,
    ...(field ? { extras: { field } } : {}),
  });

describe('a name that an editor adds', () => {
  let aliasId = '';
  beforeAll(async () => {
    // The index of this process is in use before the name exists.
    expect((await first('пружинка Камиля'))?.quality ?? 'none').not.toBe('exact');
    ({ aliasId } = await addAlias(asEditor(), alias('Пружинка Камиля')));
  });

  it('is found by the very next search, shown, and on record', async () => {
    expect(await first('пружинка камиля')).toMatchObject({ id: 'uchi-mata', quality: 'exact' });
    expect(await first('pruzhinka kamilya')).toMatchObject({ id: 'uchi-mata' });
    expect(await first('ghe;byrf rfvbkz')).toMatchObject({ id: 'uchi-mata', quality: 'layout' });
    expect(await shown()).toContain('Пружинка Камиля');
    const acts = await asEditor().db.auditEvent.findMany({ where: { act: 'lexicon.alias-added' } });
    expect(acts).toMatchObject([{ subjectType: 'technique', subjectId: 'uchi-mata' }]);
    expect(await verifyChain(asEditor().db)).toMatchObject({ finding: null });
  });

  it('changes the pages that visitors have in store', async () => {
    const { pool } = world.current.services.database;
    const before = await readContentVersion(pool);
    await addAlias(asEditor(), alias('Вертушка Асель'));
    expect(await readContentVersion(pool)).not.toBe(before);
  });

  it('is refused at its field when another technique has it, in any spelling', async () => {
    const other = { techniqueId: 'o-soto-gari' };
    for (const text of ['Пружинка Камиля', 'пружинка-камиля', 'ПРУЖИНКАКАМИЛЯ'])
      await refused(alias(text, other), 'lexicon.name-of-another', 'text');
    await refused(alias('Ути-мата', other), 'lexicon.name-of-another', 'text');
    await refused(alias('учи мата', { ...other, kind: 'spelling' }), 'lexicon.name-of-another', 'text');
    await refused(
      alias('utimata', { ...other, script: 'latin', lang: 'en' }),
      'lexicon.name-of-another',
      'text',
    );
    await refused(
      alias('内股', { ...other, script: 'kanji', lang: 'ja' }),
      'lexicon.name-of-another',
      'text',
    );
    await refused(alias('подхват', { kind: 'sambo' }), 'lexicon.name-of-another', 'text');
    await refused(alias('отхват', { kind: 'descriptive' }), 'lexicon.name-of-another', 'text');
    await expect(addAlias(asEditor(), alias('отхват'))).rejects.toMatchObject({
      extras: { params: { name: 'O-soto-gari' } },
    });
  });

  it('is refused when the technique has it already, has no letters or other ones', async () => {
    await refused(alias('Пружинка Камиля'), 'lexicon.known-name', 'text');
    await refused(alias('УЧИ-МАТА'), 'lexicon.known-name', 'text');
    await refused(alias('---'), 'lexicon.no-letters', 'text');
    await refused(alias('uchi mata x'), 'lexicon.other-script', 'script');
    await refused(alias('うちまたX', { script: 'kana' }), 'lexicon.other-script', 'script');
    await refused(alias('Бабочка', { techniqueId: 'no-such' }), 'lexicon.no-such-technique');
  });

  it('goes and comes back, each time at once', async () => {
    await Promise.all([1, 2].map(() => removeAlias(asEditor(), { aliasId })));
    expect((await first('пружинка камиля'))?.quality ?? 'none').not.toBe('exact');
    expect(await shown()).not.toContain('Пружинка Камиля');
    expect(await shown('uchi-mata', asEditor())).toContain('Пружинка Камиля');
    await restoreAlias(asEditor(), { aliasId });
    await restoreAlias(asEditor(), { aliasId });
    expect(await first('пружинка камиля')).toMatchObject({ id: 'uchi-mata', quality: 'exact' });
    const acts = await asEditor().db.auditEvent.findMany({
      where: { act: { startsWith: 'lexicon.alias-re' } },
    });
    expect(acts.map(({ act }) => act)).toEqual(['lexicon.alias-removed', 'lexicon.alias-restored']);
  });

  it('does not come back when another technique has got it meanwhile', async () => {
    const { aliasId: mine } = await addAlias(asEditor(), alias('Крючок Айдара'));
    await removeAlias(asEditor(), { aliasId: mine });
    await addAlias(asEditor(), alias('Крючок Айдара', { techniqueId: 'ko-soto-gake' }));
    await expect(restoreAlias(asEditor(), { aliasId: mine })).rejects.toMatchObject({
      code: 'lexicon.name-of-another',
    });
    expect(await first('крючок айдара')).toMatchObject({ id: 'ko-soto-gake' });
  });

  it('goes to one technique when two editors give it at the same instant', async () => {
    const outcomes = await Promise.allSettled(
      ['uchi-mata', 'tai-otoshi'].map((techniqueId) =>
        addAlias(asEditor(), alias('Волна Байкала', { techniqueId })),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

const OTHERS = ['instructor', 'assessor', 'registrar', 'coordinator', 'observer', 'admin', null] as const;

it.each(OTHERS)('%s changes no names', async (role) => {
  const ctx = world.current.ctx(role ? actorWith([role]) : null);
  await expect(addAlias(ctx, alias('Чужое'))).rejects.toMatchObject({ kind: 'forbidden' });
  for (const act of [removeAlias, restoreAlias])
    await expect(act(ctx, { aliasId: newId() })).rejects.toMatchObject({ kind: 'forbidden' });
});

it('what does not exist is not found', async () => {
  for (const act of [removeAlias, restoreAlias])
    await expect(act(asEditor(), { aliasId: newId() })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(getTechnique(asEditor(), { id: 'no-such' })).rejects.toMatchObject({ kind: 'not-found' });
});
