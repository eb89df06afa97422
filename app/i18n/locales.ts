/** The languages of the product, in the order in which they are offered. */
export const LANGS = ['kk', 'ru', 'ja', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** For visitors whose cookie and browser say nothing we know. */
export const DEFAULT_LANG: Lang = 'ru';

export const isLang = (text: unknown): text is Lang =>
  typeof text === 'string' && LANGS.some((lang) => lang === text);

/** What each language calls itself, and the short form of the language switch. */
export const LANG_NAMES: Record<Lang, { own: string; short: string }> = {
  kk: { own: 'Қазақша', short: 'ҚАЗ' },
  ru: { own: 'Русский', short: 'РУС' },
  ja: { own: '日本語', short: '日本語' },
  en: { own: 'English', short: 'ENG' },
};

/** The first language of an Accept-Language header that we have, by its weights; null when none fits. */
export function negotiateLang(header: string | undefined): Lang | null {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const weight = params.map((param) => /^\s*q=([0-9.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return { lang: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { lang } of wanted) if (isLang(lang)) return lang;
  return null;
}
