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

/** Words and names of placeholders in turn: `['Hello, ', 'name', '!']`. */
type Template = readonly string[];

/** Options by which i18next chooses among forms of a message. */
const CHOOSING = ['count', 'context'];

/** A message that needs nothing but its placeholders filled; null for one that i18next has to read. */
function templateOf(lang: Lang, key: string): Template | null {
  const at = key.indexOf(':');
  const text: unknown = instance().getResource(lang, key.slice(0, at), key.slice(at + 1));
  if (at < 0 || typeof text !== 'string') return null;
  const parts = text.split(/\{\{(\w+)\}\}/);
  return parts.some((part, no) => no % 2 === 0 && /\{\{|\$t\(/.test(part)) ? null : parts;
}

/** Null where a value is missing. */
function filled(template: Template, params: MessageParams): string | null {
  let text = '';
  for (const [no, part] of template.entries()) {
    const value = no % 2 === 0 ? part : params[part];
    if (value === undefined) return null;
    text += value;
  }
  return text;
}

/** Fills plain messages without reading them anew, which i18next does each time. */
function fillerOf(lang: Lang): (key: string, params: MessageParams) => string | null {
  const templates = new Map<string, Template | null>();
  return (key, params) => {
    if (CHOOSING.some((option) => option in params)) return null;
    let template = templates.get(key);
    if (template === undefined) {
      template = templateOf(lang, key);
      if (template) templates.set(key, template);
    }
    return template && filled(template, params);
  };
}

const made = new Map<Lang, Translate>();

/** The translator of a language; one for the whole process, without state. */
export function translator(lang: Lang): Translate {
  const known = made.get(lang);
  if (known) return known;
  const fixed = instance().getFixedT(lang);
  const plain = new Map<string, string>();
  const fill = fillerOf(lang);
  const translate = (key: string, params?: MessageParams): string => {
    if (params) return fill(key, params) ?? String(fixed(key as never, params as never));
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
