import type { TechniqueClass, TraditionalSet } from '~/domain/lexicon/inputs';

type Japanese = { kanji: string; kana: string };

/** What the Kodokan calls its classes. */
export const CLASS_NAMES: Record<TechniqueClass, Japanese> = {
  'te-waza': { kanji: '手技', kana: 'てわざ' },
  'koshi-waza': { kanji: '腰技', kana: 'こしわざ' },
  'ashi-waza': { kanji: '足技', kana: 'あしわざ' },
  'ma-sutemi-waza': { kanji: '真捨身技', kana: 'ますてみわざ' },
  'yoko-sutemi-waza': { kanji: '横捨身技', kana: 'よこすてみわざ' },
  'osaekomi-waza': { kanji: '抑込技', kana: 'おさえこみわざ' },
  'shime-waza': { kanji: '絞技', kana: 'しめわざ' },
  'kansetsu-waza': { kanji: '関節技', kana: 'かんせつわざ' },
};

/** And its sets; the names of 2017 have no word of their own. */
export const SET_NAMES: Record<TraditionalSet, Japanese | null> = {
  'dai-ikkyo': { kanji: '第一教', kana: 'だいいっきょう' },
  'dai-nikyo': { kanji: '第二教', kana: 'だいにきょう' },
  'dai-sankyo': { kanji: '第三教', kana: 'だいさんきょう' },
  'dai-yonkyo': { kanji: '第四教', kana: 'だいよんきょう' },
  'dai-gokyo': { kanji: '第五教', kana: 'だいごきょう' },
  'habukareta-waza': { kanji: '省かれた技', kana: 'はぶかれたわざ' },
  'shinmeisho-no-waza': { kanji: '新名称の技', kana: 'しんめいしょうのわざ' },
  'added-2017': null,
};
