import { expect, it } from 'vitest';
import { renderCertificate } from '~/domain/credentials/documents/render-certificate.server';
import { authored } from '~/i18n/content';
import { unprintableIn } from '~/platform/print/fonts.server';
import { NAMES } from './names';
import { flat, hasPoppler, textOf } from './poppler';
import { sampleSnapshot, VERIFY_URL } from './sample-snapshot';

const every = (families: string, given: string): string[] =>
  families.split(' ').flatMap((family) => given.split(', ').map((name) => `${family} ${name}`));

/** Kazakh in both alphabets, Russian, Japanese with rare forms, kana, Latin with marks; hyphens, apostrophes, long names. */
const MANY = [
  ...NAMES,
  ...every(
    'Әбдіраманұлы Ғалымжанов Қыдырәлиев Ңұрғалиев Өмірзақов Ұлықбеков Үсенов Һашимов Ібраһим',
    'Айгүл, Ертөстік Құралайұлы, Мөлдір-Гүлжаһан, Іңкәр',
  ),
  ...every(
    'Ábdiramanuly Ǵalymjanov Óteǵenov Şäkärim Ğabdullin Ñurğaliev Ūlyqbek',
    'Aıgúl, Núrlan, Jäñgir, Iñkär',
  ),
  ...every('Щёголев Объедков Подъячев Ёлкин Рождественская-Мышкина Эйхгорн', 'Фёдор Юрьевич, Анна-Мария, Ян'),
  ...every('髙橋 﨑山 𠮷田 渡邉 渡邊 齋藤 齊藤 濵田 德永 桒原 瀨戸 栁澤 嶋﨑', '康生, 龍之介, 美優'),
  ...every('さとう ヴァレンティナ ヨーコ ガブリエル たかはし', 'なみえ, アレクセイ, けん'),
  ...every(
    "O’Neill D'Angelo Größmann Świątek Núñez-Ibáñez Škvorecký Șțefan Őrmös Þórðarson",
    'Zoë, Łukasz-Émile, Ķēniņš',
  ),
  `${'Абдурахманова-'.repeat(5)}Ли`,
];

const names = [...new Set(MANY)];
const PER_PAPER = 60;

it.skipIf(!hasPoppler)(`gives ${names.length} names back letter by letter`, async () => {
  expect(names.length).toBeGreaterThanOrEqual(200);
  for (let at = 0; at < names.length; at += PER_PAPER) {
    const some = names.slice(at, at + PER_PAPER);
    const studied = some.map((name) => ({
      ...{ title: authored('ru', { ru: name }), version: 1, completedOn: '2026-02-27' },
    }));
    const pdf = await renderCertificate({
      ...{ snapshot: sampleSnapshot({ studied }), languages: ['ru', 'ja'], verifyUrl: VERIFY_URL },
    });
    const text = ` ${flat(await textOf(pdf))} `;
    const lost = some.filter((name) => text.split(` ${name} `).length < 3);
    expect(lost).toEqual([]);
  }
});

it('knows beforehand which letters the compiler would refuse', async () => {
  expect(await unprintableIn(names.join('\n'))).toEqual([]);
  const odd = [
    '김',
    '🥋',
    'ع',
    'ก',
    '𰻞',
    'א',
    'Ꙗ',
    'Ԥ',
    'ɸ',
    '々',
    '〆',
    'ヶ',
    '・',
    '–',
    'ʼ',
    '𠀋',
    '邉\u{e0100}',
    'н\u{200d}',
    'н\u{ad}',
  ];
  for (const letter of odd) {
    const holder = { display: `Ан${letter}`, latin: 'An' };
    const isDrawn = await renderCertificate({
      ...{
        snapshot: sampleSnapshot({ holder, studied: [] }),
        languages: ['ru', 'ja'],
        verifyUrl: VERIFY_URL,
      },
    }).then(
      () => true,
      () => false,
    );
    expect((await unprintableIn(letter)).length === 0, letter).toBe(isDrawn);
  }
});
