import {
  findBroken,
  findCopies,
  findEmpty,
  findGaps,
  findWrongPlaceholders,
  findWrongPlurals,
  type Messages,
  readMessages,
} from '../../../scripts/lib/texts/messages.mjs';
import {
  findMissing,
  findMissingErrors,
  findUnused,
  readUses,
  type Use,
} from '../../../scripts/lib/texts/messages-use.mjs';
import type { Finding, Rule, Tree } from '../tree';

type Read = { messages: Messages; uses: Use[] };

/** Each tree is read once, whatever the number of rules. */
const known = new WeakMap<Tree, Read>();

function read(tree: Tree): Read {
  const made = known.get(tree) ?? { messages: readMessages(tree), uses: readUses(tree) };
  known.set(tree, made);
  return made;
}

const ofTexts = (find: (messages: Messages) => Finding[]) => (tree: Tree) => find(read(tree).messages);

const ofUses = (find: (messages: Messages, uses: Use[]) => Finding[]) => (tree: Tree) =>
  find(read(tree).messages, read(tree).uses);

/** The same namespace in the four languages, by default with one harmless text. */
function inFour(
  namespace: string,
  texts: Partial<Record<'kk' | 'ru' | 'ja' | 'en', object>>,
  rest: object = { a: 'x' },
): Record<string, string> {
  const entries = (['kk', 'ru', 'ja', 'en'] as const).map((lang) => [
    `app/i18n/messages/${lang}/${namespace}.json`,
    JSON.stringify(texts[lang] ?? rest),
  ]);
  return Object.fromEntries(entries);
}

const path = (lang: string, namespace: string) => `app/i18n/messages/${lang}/${namespace}.json`;
const plurals = {
  kk: { n_one: 'x', n_other: 'x' },
  ru: { n_one: 'x', n_few: 'x', n_many: 'x', n_other: 'x' },
  ja: { n_other: 'x' },
  en: { n_one: 'x', n_other: 'x' },
};

export const messageRules: Rule[] = [
  {
    name: 'messages: the files are JSON',
    find: ofTexts(findBroken),
    breaks: { [path('ru', 'people')]: '{ "a": ' },
    keeps: inFour('media', {}),
  },
  {
    name: 'messages: every language has every key',
    find: ofTexts(findGaps),
    breaks: inFour('people', { ja: {} }),
    finds: [path('ja', 'people')],
    keeps: inFour('media', plurals),
  },
  {
    name: 'messages: each language has its plural forms',
    find: ofTexts(findWrongPlurals),
    breaks: inFour('people', { ...plurals, ru: plurals.en, ja: { n: 'x' } }),
    finds: [path('ja', 'people'), path('ru', 'people')],
    keeps: inFour('media', plurals),
  },
  {
    name: 'messages: the placeholders are the same',
    find: ofTexts(findWrongPlaceholders),
    breaks: inFour('people', { kk: { a: 'x {{nam}}' }, en: { a: '{{name, number}}' } }, { a: 'x {{name}}' }),
    finds: [path('en', 'people'), path('kk', 'people')],
    keeps: inFour('media', { ...plurals, en: { n_one: 'one', n_other: '{{count}}' } }),
  },
  {
    name: 'messages: no text is empty',
    find: ofTexts(findEmpty),
    breaks: inFour('people', { kk: { a: ' ' } }),
    finds: [path('kk', 'people')],
    keeps: inFour('media', {}),
  },
  {
    name: 'messages: no language copies another',
    find: ofTexts(findCopies),
    breaks: inFour('people', {
      kk: { a: 'Войдите, чтобы продолжить учёбу' },
      ru: { a: 'Войдите, чтобы продолжить учёбу' },
    }),
    finds: [path('kk', 'people')],
    keeps: inFour('media', { kk: { a: 'Видео' }, ru: { a: 'Видео' } }),
  },
  {
    name: 'messages: every key the code names exists',
    find: ofUses(findMissing),
    breaks: {
      'app/ui/kit/key.tsx': "t('people:gone');",
      'app/ui/kit/bare.tsx': "t('a');",
      'app/ui/kit/start.tsx': 'const key = `people:kind.${kind}`;',
      'app/ui/kit/any.tsx': 'const key = `people:${kind}`;',
      'app/domain/people/invite-person.server.ts': "mail.send({ message: { key: 'invite' } });",
    },
    keeps: {
      ...inFour('people', {}, { a: 'x', n_other: 'x', role: { coach: 'x' } }),
      'app/ui/kit/good.tsx': "t('people:a'); t('people:n', { count }); const key = `people:role.${role}`;",
    },
  },
  {
    name: 'messages: every error code has its words',
    find: ofUses(findMissingErrors),
    breaks: { 'app/domain/people/sign-in.server.ts': "throw new DomainError('conflict', 'people.taken');" },
    keeps: {
      ...inFour('people', {}, { errors: { locked: 'x' } }),
      'app/domain/people/sign-up.server.ts': "throw new DomainError('conflict', 'people.locked');",
    },
  },
  {
    name: 'messages: no key is unused',
    find: ofUses(findUnused),
    breaks: inFour('people', {}),
    finds: [path('ru', 'people')],
    keeps: {
      ...inFour('mails', {}, { 'confirm-email': { subject: 'x', text: 'x' }, kind: { a: 'x' } }),
      'app/domain/people/mails.ts':
        "send({ message: { key: 'confirm-email' } }); const other = `mails:kind.${kind}`;",
    },
  },
];
