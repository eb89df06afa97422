import { describe, expect, it } from 'vitest';
import { addTechnique } from '~/domain/lexicon/add-technique.server';
import { addTerms } from '~/domain/lexicon/add-terms.server';
import { getTechnique } from '~/domain/lexicon/get-technique.server';
import { type ListTechniquesInput, listTechniquesInput, listTermsInput } from '~/domain/lexicon/inputs';
import { listTechniqueNames } from '~/domain/lexicon/list-technique-names.server';
import { listTechniques } from '~/domain/lexicon/list-techniques.server';
import { listTerms } from '~/domain/lexicon/list-terms.server';
import { searchTerms } from '~/domain/lexicon/search-terms.server';
import { authored } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { queryCount } from '~/platform/db/connect.server';
import { seedLexicon } from '../../../prisma/seed/lexicon';
import { editor, useLexicon } from './lexicon-world';

const world = useLexicon();
const list = (filter: Partial<ListTechniquesInput> = {}) =>
  listTechniques(world.current.ctx(), listTechniquesInput.parse(filter));
const ids = async (filter: Partial<ListTechniquesInput>) =>
  (await list(filter)).techniques.map(({ id }) => id);

describe('the Kodokan’s list', () => {
  it('has 68 throws and 32 ground techniques in their classes', async () => {
    const { counts, techniques } = await list();
    expect(counts).toMatchObject({ all: 100, throws: 68, ground: 32 });
    expect(Object.values(counts.byClass)).toEqual([16, 10, 21, 5, 16, 10, 12, 10]);
    expect(counts.bySet['dai-ikkyo']).toBe(8);
    expect(techniques.map(({ position }) => position)).toEqual(
      Array.from({ length: 100 }, (_each, i) => i + 1),
    );
  });

  it('is read by part, class, set and search', async () => {
    expect(await ids({ group: 'katame-waza' })).toHaveLength(32);
    expect(await ids({ class: 'ma-sutemi-waza' })).toHaveLength(5);
    expect(await ids({ set: 'added-2017' })).toContain('obi-tori-gaeshi');
    expect((await ids({ q: 'осото', group: 'nage-waza' }))[0]).toBe('o-soto-gari');
    expect(await ids({ q: 'сноуборд' })).toEqual([]);
  });

  it('keeps chokes, locks and other forbidden techniques from primary school', async () => {
    const school = (await list({ children: '1' })).techniques;
    expect(school.length).toBeGreaterThan(50);
    for (const technique of school) {
      expect(['shime-waza', 'kansetsu-waza']).not.toContain(technique.class);
      expect(technique.forPrimarySchool).toBe(true);
    }
    expect(school.map(({ id }) => id)).not.toContain('kani-basami');
    const choke = await getTechnique(world.current.ctx(), { id: 'hadaka-jime' });
    expect(choke.restrictions).toMatchObject([
      { rule: 'chokes', source: { url: 'http://ejudo.info/rule/shonenkitei.php' } },
    ]);
  });

  it('is told by one statement once it is prepared', async () => {
    await list();
    const counted = { queries: 0 };
    await queryCount.run(counted, async () => {
      const found = await listTechniqueNames(world.current.ctx(), ['uchi-mata', 'no-such', 'o-goshi']);
      expect([...found.keys()]).toEqual(['uchi-mata', 'o-goshi']);
    });
    expect(counted.queries).toBe(1);
    expect(await listTechniqueNames(world.current.ctx(), [])).toHaveProperty('size', 0);
  });

  it('is loaded once, and by the set-up of an installation alone', async () => {
    await seedLexicon(world.current.ctx());
    expect((await list()).counts.all).toBe(100);
    const technique = await getTechnique(world.current.ctx(), { id: 'o-goshi' });
    const { id, position, numberInClass, names, parts, meaning } = technique;
    const again = { id, position, numberInClass, names, parts: [...parts], meaning };
    const facts = { class: technique.class, set: null, restrictions: [], elements: [], aliases: [] };
    const term = {
      id: 'x',
      position: 999,
      category: 'judo' as const,
      name: authored('en', { en: 'X' }),
      reading: 'X',
    };
    const asEditor = world.current.ctx(editor());
    await expect(addTechnique(asEditor, { ...again, ...facts })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(addTerms(asEditor, [term])).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

it('a technique tells its pieces, sound and neighbours', async () => {
  const technique = await getTechnique(world.current.ctx(), { id: 'sode-tsurikomi-goshi' });
  expect(technique).toMatchObject({
    sound: 'sode·tsuri·komi·goshi',
    numberInClass: 5,
    total: 100,
    before: { id: 'tsurikomi-goshi' },
    after: { id: 'harai-goshi' },
  });
  expect(technique.elements.map(({ kanji, kana, meaning }) => [kanji, kana, meaning.ru?.text])).toEqual([
    ['袖', 'そで', 'рукав'],
    ['釣', 'つり', 'поднять тягой'],
    ['込', 'こみ', 'внутрь, до конца'],
    ['腰', 'ごし', 'бедро, поясница'],
  ]);
  expect((await getTechnique(world.current.ctx(), { id: 'o-soto-gari' })).sound).toBe('ō·soto·gari');
  expect((await getTechnique(world.current.ctx(), { id: 'seoi-nage' })).before).toBeNull();
});

describe('the glossary', () => {
  const find = async (q: string, lang: Lang = 'ru') =>
    (await searchTerms(world.current.ctx(null, lang), { q, lang, limit: 3 })).map(({ id }) => id);

  it.each([
    ['укеми', 'ukemi'],
    ['самостраховка', 'ukemi'],
    ['受け身', 'ukemi'],
    ['うけみ', 'ukemi'],
    ['randori', 'randori'],
    ['сборы', 'training-camp'],
    ['жаттықтырушы', 'coach'],
    ['бапкер', 'coach'],
    ['тренера', 'coach'],
    ['concusion', 'concussion'],
    ['сотрясения мозга', 'concussion'],
    ['belts', 'belt'],
    ['kuzushi', 'kuzushi'],
    ['кудзуси', 'kuzushi'],
    ['ghjbuhsdfybt', null],
  ])('%s', async (q, id) => {
    const found = await find(q);
    if (id) expect(found).toContain(id);
    else expect(found).toEqual([]);
  });

  it('stands in the order of the reader’s alphabet', async () => {
    const words = async (lang: Lang) =>
      (await listTerms(world.current.ctx(null, lang), listTermsInput.parse({}))).terms.map(
        ({ name }) => name[lang]?.text ?? '',
      );
    const kk = await words('kk');
    expect(kk).toEqual([...kk].sort(new Intl.Collator('kk-KZ').compare));
    const { terms, total } = await listTerms(world.current.ctx(null, 'ja'), listTermsInput.parse({}));
    expect(total).toBe(147);
    const readings = terms.map(({ reading }) => reading);
    expect(readings).toEqual([...readings].sort(new Intl.Collator('ja-JP').compare));
  });

  it('is read by subject', async () => {
    const { terms } = await listTerms(world.current.ctx(), listTermsInput.parse({ category: 'safety' }));
    expect(terms).toHaveLength(12);
  });
});
