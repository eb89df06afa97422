import { BASE_LANGUAGE, COPY_LENGTH, PLURALS, SAME_TEXTS } from './messages-settings.mjs';

const FILE = /^app\/i18n\/messages\/([^/]+)\/([^/]+)\.json$/;
const PLURAL = /_(zero|one|two|few|many|other)$/;
const LANGUAGES = Object.keys(PLURALS);

export const baseOf = (key) => key.replace(PLURAL, '');

function flatten(value, prefix, into) {
  for (const [name, inner] of Object.entries(value)) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (inner !== null && typeof inner === 'object') flatten(inner, key, into);
    else into.set(key, inner);
  }
  return into;
}

/** Reads every message file of the tree: `texts.get(namespace).get(lang)` maps a key to its text. */
export function readMessages(tree) {
  const texts = new Map();
  const broken = [];
  for (const [file, source] of tree) {
    const [, lang, namespace] = FILE.exec(file) ?? [];
    if (!lang) continue;
    const languages = texts.get(namespace) ?? new Map();
    texts.set(namespace, languages);
    try {
      languages.set(lang, flatten(JSON.parse(source), '', new Map()));
    } catch (error) {
      broken.push({ file, what: `is no JSON: ${error.message}` });
    }
  }
  return { texts, broken };
}

const fileOf = (lang, namespace) => `app/i18n/messages/${lang}/${namespace}.json`;

/** Calls `check` for every namespace and language with its texts. */
function eachFile({ texts }, check) {
  return [...texts].flatMap(([namespace, languages]) =>
    [...languages].flatMap(([lang, entries]) =>
      check({ file: fileOf(lang, namespace), namespace, lang, entries, languages }),
    ),
  );
}

const unionOf = (languages, pick) =>
  new Set([...languages.values()].flatMap((entries) => [...entries.keys()].flatMap(pick)));

export const findBroken = ({ broken }) => broken;

/** Every language has every namespace and every key; plural forms count as one key. */
export function findGaps(messages) {
  const missingFiles = [...messages.texts].flatMap(([namespace, languages]) =>
    LANGUAGES.filter((lang) => !languages.has(lang)).map((lang) => ({
      file: fileOf(lang, namespace),
      what: 'is missing or broken',
    })),
  );
  const missingKeys = eachFile(messages, ({ file, entries, languages }) => {
    const own = new Set([...entries.keys()].map(baseOf));
    const wanted = unionOf(languages, (key) => [baseOf(key)]);
    return [...wanted].filter((key) => !own.has(key)).map((key) => ({ file, what: `lacks ${key}` }));
  });
  return [...missingFiles, ...missingKeys];
}

/** A key with plural forms in one language has exactly the forms each language needs. */
export function findWrongPlurals(messages) {
  return eachFile(messages, ({ file, lang, entries, languages }) => {
    const plural = unionOf(languages, (key) => (PLURAL.test(key) ? [baseOf(key)] : []));
    return [...plural].flatMap((base) => {
      const forms = [...entries.keys()].filter((key) => baseOf(key) === base);
      const wanted = (PLURALS[lang] ?? []).map((form) => `${base}_${form}`);
      if (forms.length === 0 || forms.toSorted().join() === wanted.toSorted().join()) return [];
      return [
        {
          file,
          what: `${base} needs ${wanted.map((key) => key.slice(base.length)).join(' ')} and nothing else`,
        },
      ];
    });
  });
}

const placeholdersOf = (text) =>
  [...String(text).matchAll(/\{\{-?\s*([^},\s]+)[^}]*\}\}/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'count');

const placeholdersOfKey = (entries, base) =>
  [
    ...new Set(
      [...entries].filter(([key]) => baseOf(key) === base).flatMap(([, text]) => placeholdersOf(text)),
    ),
  ]
    .toSorted()
    .join(', ');

/** The same placeholders in all languages; `count` may be left to the plural form. */
export function findWrongPlaceholders(messages) {
  return eachFile(messages, ({ file, entries, languages }) => {
    const wanted = languages.get(BASE_LANGUAGE) ?? entries;
    const bases = new Set([...entries.keys()].map(baseOf));
    const known = new Set([...wanted.keys()].map(baseOf));
    const differing = [...bases].flatMap((base) => {
      const [own, theirs] = [placeholdersOfKey(entries, base), placeholdersOfKey(wanted, base)];
      return known.has(base) && own !== theirs
        ? [{ file, what: `${base} has {${own}}, ${BASE_LANGUAGE} has {${theirs}}` }]
        : [];
    });
    const formatted = [...entries]
      .filter(([, text]) => /\{\{[^}]*,/.test(String(text)))
      .map(([key]) => ({ file, what: `${key} formats inside a placeholder; hand over formatted text` }));
    return [...differing, ...formatted];
  });
}

export function findEmpty(messages) {
  return eachFile(messages, ({ file, entries }) =>
    [...entries]
      .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
      .map(([key]) => ({ file, what: `${key} has no text` })),
  );
}

/** A long text equal in two languages is a copy nobody translated. */
export function findCopies(messages) {
  const lawful = new Set(SAME_TEXTS.map(({ key }) => key));
  return eachFile(messages, ({ file, namespace, lang, entries, languages }) =>
    [...entries].flatMap(([key, text]) => {
      if (typeof text !== 'string' || text.length <= COPY_LENGTH || lawful.has(`${namespace}:${key}`))
        return [];
      const original = LANGUAGES.filter((other) => LANGUAGES.indexOf(other) > LANGUAGES.indexOf(lang)).find(
        (other) => languages.get(other)?.get(key) === text,
      );
      return original ? [{ file, what: `${key} is the same as in ${original}` }] : [];
    }),
  );
}
