import { expect, it } from 'vitest';
import { confirmTexts } from '~/domain/lexicon/confirm-texts.server';
import { getTechnique } from '~/domain/lexicon/get-technique.server';
import { listTermsInput } from '~/domain/lexicon/inputs';
import { listTerms } from '~/domain/lexicon/list-terms.server';
import { listWaitingTexts } from '~/domain/lexicon/list-waiting-texts.server';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import { actorWith } from '../../support/database';
import { editor, useLexicon } from './lexicon-world';

const world = useLexicon();

it('a native reader confirms texts as they stand, and others with changes', async () => {
  const actor = editor('kk');
  const reader = world.current.ctx(actor);
  const before = await listWaitingTexts(reader, { lang: 'kk', kind: 'technique' });
  expect(before.own).toEqual(['kk']);
  expect(before.texts).toHaveLength(25);
  const [one] = before.texts;
  if (!one) throw new Error('Something waits');
  await confirmTexts(reader, {
    lang: 'kk',
    texts: [{ ref: one.ref }, { ref: 'technique:uchi-mata', text: 'Санның ішінен қағып лақтыру' }],
  });
  const { meaning } = await getTechnique(world.current.ctx(), { id: 'uchi-mata' });
  expect(meaning.kk).toEqual({
    text: 'Санның ішінен қағып лақтыру',
    origin: 'reviewed',
    by: actor.accountId,
    at: world.current.clock.now().toISOString(),
  });
  expect(meaning.ja?.origin).toBe('machine');
  const after = await listWaitingTexts(reader, { lang: 'kk', kind: 'technique' });
  expect(after.texts.map(({ ref }) => ref)).not.toContain(one.ref);
  const count = (list: typeof after) => list.counts.find(({ lang }) => lang === 'kk')?.byKind.technique ?? 0;
  expect(count(after)).toBe(count(before) - 2);
  const [found] = await searchTechniques(world.current.ctx(), {
    q: 'санның ішінен қағып',
    lang: 'kk',
    limit: 1,
  });
  expect(found?.id).toBe('uchi-mata');
  const acts = await reader.db.auditEvent.findMany({ where: { act: 'lexicon.texts-confirmed' } });
  expect(acts).toMatchObject([{ actorId: actor.accountId, subjectId: 'kk' }]);
});

it('texts that somebody confirmed stay as they are', async () => {
  const reader = world.current.ctx(editor('ja'));
  await confirmTexts(reader, { lang: 'ja', texts: [{ ref: 'element:刈', text: '刈り取る' }] });
  const again = await confirmTexts(reader, { lang: 'ja', texts: [{ ref: 'element:刈', text: '別の文' }] });
  expect(again).toEqual({ confirmed: 0 });
  const { elements } = await getTechnique(world.current.ctx(), { id: 'o-soto-gari' });
  expect(elements.find(({ kanji }) => kanji === '刈')?.meaning.ja?.text).toBe('刈り取る');
});

it('every page of what waits is different, and each text stands once', async () => {
  const reader = world.current.ctx(editor('kk'));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listWaitingTexts(reader, { lang: 'kk', after });
    seen.push(...page.texts.map(({ ref }) => ref));
    after = page.next ?? undefined;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  const { counts } = await listWaitingTexts(reader, { lang: 'kk' });
  expect(counts.find(({ lang }) => lang === 'kk')?.count).toBe(seen.length);
});

it('only a grant that names the language counts', async () => {
  const one = { lang: 'kk', texts: [{ ref: 'technique:o-goshi' }] } as const;
  for (const actor of [null, editor(), editor('ja'), actorWith(['admin']), actorWith(['instructor'])]) {
    await expect(
      confirmTexts(world.current.ctx(actor), { ...one, texts: [...one.texts] }),
    ).rejects.toMatchObject({
      code: 'lexicon.cannot-confirm',
    });
  }
  for (const actor of [null, actorWith(['admin'])])
    await expect(listWaitingTexts(world.current.ctx(actor), { lang: 'kk' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
});

it('what does not exist is not found, and nothing of it is kept', async () => {
  const reader = world.current.ctx(editor('kk'));
  const texts = [{ ref: 'technique:o-goshi' }, { ref: 'technique:no-such' }];
  await expect(confirmTexts(reader, { lang: 'kk', texts })).rejects.toMatchObject({ kind: 'not-found' });
  const { meaning } = await getTechnique(world.current.ctx(), { id: 'o-goshi' });
  expect(meaning.kk?.origin).toBe('machine');
});

it('terms that were seen in a Kazakh source carry no mark', async () => {
  const { terms } = await listTerms(world.current.ctx(null, 'kk'), listTermsInput.parse({}));
  const origin = (id: string) => terms.find((term) => term.id === id)?.name.kk?.origin;
  expect([origin('coach'), origin('module')]).toEqual(['author', 'machine']);
});
