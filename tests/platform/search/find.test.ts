import { beforeAll, describe, expect, it } from 'vitest';
import { authored, type LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { findDocuments } from '~/platform/search/find-documents.server';
import { indexCaptions } from '~/platform/search/index-captions.server';
import { indexDocument } from '~/platform/search/index-document.server';
import { setCaptionReaders } from '~/platform/search/set-caption-readers.server';
import { suggestTitles } from '~/platform/search/suggest-titles.server';
import type { SearchAudience, SearchDocument } from '~/platform/search/types';
import { useWorld } from '../../support/database';

const world = useWorld();

const text = (texts: { [L in Lang]?: string }, original: Lang = 'en'): LocalizedText =>
  authored(original, texts);

const CAMPS: SearchDocument = {
  kind: 'course',
  id: 'camps',
  path: '/courses/camps',
  title: text({
    en: 'Training camps for children',
    ru: 'Учебно-тренировочные сборы для детей',
    kk: 'Балаларға арналған оқу-жаттығу жиындары',
    ja: '子ども合宿の指導',
  }),
  texts: [
    text({
      en: 'Planning competitions and studies',
      ru: 'Как судьи и тренеры планируют соревнования, броски и набор тренировок',
    }),
  ],
};

const UKEMI: SearchDocument = {
  kind: 'lesson',
  id: 'ukemi',
  path: '/courses/ukemi#l1',
  title: text({ en: 'Safe falling', ru: 'Безопасное падение', kk: 'Қауіпсіз құлау', ja: '受け身の基本' }),
  inner: {
    texts: [text({ ru: 'Секретная страховка: подворот плеча', ja: '大外刈りへの備え' })],
    audience: 'enrolled:c1',
    path: '/learn/ukemi/l1',
  },
};

const KUZUSHI: SearchDocument = {
  kind: 'recording',
  id: 'rec',
  group: 'asset:a',
  path: '/recordings/rec',
  title: text({ en: 'Kuzushi', ru: 'Кудзуси', ja: '崩し' }),
};

beforeAll(() =>
  inTransaction(world.current.ctx(), async (tx) => {
    for (const document of [CAMPS, UKEMI, KUZUSHI]) await indexDocument(tx, document);
    await setCaptionReaders(tx, 'asset:a', { audience: 'account', availableUntil: null });
    const cues = [{ startMs: 78_000, text: 'Тепе-теңдіктен шығару' }];
    await indexCaptions(tx, { group: 'asset:a', lang: 'kk', isMachine: true, cues });
  }),
);

const paths = async (q: string, lang: Lang = 'ru') =>
  (await findDocuments(world.current.ctx(null, lang), { q })).hits.map(({ path }) => path);

describe('words in other forms', () => {
  it.each([
    'сборы',
    'сборов',
    'сборах',
    'сборами',
    'бросок',
    'бросков',
    'тренировка',
    'тренировками',
    'camp',
    'camps',
    'training',
    'балалар',
    'балаларға',
    'балаларға арналған',
    'жиын',
    'жиындарда',
    '合宿',
    '子ども合宿',
    'соревнование',
    'судей',
    'competition',
    'competitive study',
  ])('%s', async (q) => {
    expect(await paths(q)).toContain('/courses/camps');
  });

  it.each([
    '受身',
    '受け身',
    '受け身の基本',
    'кауипсиз',
    'қауіпсіздік',
    'падения',
    'falls',
    'falling',
    'безопас',
  ])('%s', async (q) => {
    expect(await paths(q)).toContain('/courses/ukemi#l1');
  });
});

it('keeps what only some may read', async () => {
  expect(await paths('страховка')).toEqual([]);
  const found = await findDocuments(world.current.ctx(), { q: 'тепе-теңдік' });
  expect(found.hits).toEqual([]);
});

/** The context of somebody who belongs to these audiences as well. */
const member = (audiences: readonly SearchAudience[]): Ctx => {
  const ctx = world.current.ctx();
  return { ...ctx, ports: { ...ctx.ports, searchAudiences: async () => ['public', ...audiences] } };
};

it('shows it to those who may, with the words marked', async () => {
  const [lesson] = (await findDocuments(member(['enrolled:c1']), { q: 'страховки' })).hits;
  expect(lesson).toMatchObject({
    path: '/learn/ukemi/l1',
    title: { text: 'Безопасное падение', lang: 'ru' },
  });
  expect(lesson?.snippet?.pieces).toContainEqual({ text: 'страховка', isHit: true });
  const [cue] = (await findDocuments(member(['account']), { q: 'тепе-теңдік' })).hits;
  expect(cue).toMatchObject({ path: '/recordings/rec?t=78', seconds: 78, title: { text: 'Кудзуси' } });
});

it.each(['сбо', 'тренировочные с', 'tra', 'camps for', '合', '子ども', 'балал', 'оқу', 'оку жат'])(
  'suggests a title by «%s»',
  async (q) => {
    const suggested = await suggestTitles(world.current.ctx(), { q, limit: 5 });
    expect(suggested.map(({ path }) => path)).toEqual(['/courses/camps']);
  },
);

it.each(['受', '受け', '受身', '基本'])('suggests a title by «%s», with okurigana or without', async (q) => {
  const suggested = await suggestTitles(world.current.ctx(null, 'ja'), { q, limit: 5 });
  expect(suggested.map(({ title }) => title)).toEqual(['受け身の基本']);
});
