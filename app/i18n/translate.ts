import i18next, { type i18n } from 'i18next';
import { LANGS, type Lang } from './locales';
import { messages } from './messages';
import type { MessageKey } from './resources';

export type MessageParams = Record<string, string | number>;

/** Translates typed keys. `dynamic` is for keys put together at run time from closed lists (error codes, mail keys). */
export type Translate = {
  (key: MessageKey, params?: MessageParams): string;
  dynamic(key: string, params?: MessageParams): string;
  exists(key: string): boolean;
};

let base: i18n | null = null;

function instance(): i18n {
  if (base) return base;
  base = i18next.createInstance();
  void base.init({
    resources: messages,
    lng: 'ru',
    fallbackLng: false,
    supportedLngs: [...LANGS],
    ns: Object.keys(messages.ru),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return base;
}

const made = new Map<Lang, Translate>();

/** The translator of a language; one for the whole process, without state. */
export function translator(lang: Lang): Translate {
  const known = made.get(lang);
  if (known) return known;
  const fixed = instance().getFixedT(lang);
  const plain = new Map<string, string>();
  const translate = (key: string, params?: MessageParams): string => {
    if (params) return String(fixed(key as never, params as never));
    const kept = plain.get(key);
    if (kept !== undefined) return kept;
    const text = String(fixed(key as never));
    if (text !== key.slice(key.indexOf(':') + 1)) plain.set(key, text);
    return text;
  };
  const result: Translate = Object.assign(translate, {
    dynamic: translate,
    exists: (key: string) => instance().exists(key, { lng: lang }),
  });
  made.set(lang, result);
  return result;
}
