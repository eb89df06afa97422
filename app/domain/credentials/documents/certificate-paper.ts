import { type LocalizedText, pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { MessageKey } from '~/i18n/resources';
import { paperDate } from '~/platform/print/paper-date';
import { printedSerial } from '../rules/serial';
import type { CredentialSnapshot, Signatory } from '../types';

/** A passage and the language it stands in. */
type Passage = { text: string; lang: Lang };

/** The words of the paper in one language: messages below 'credentials:certificate'. */
export type CertificateWords = (
  key: CertificateWord,
  params?: Readonly<Record<string, string | number>>,
) => string;

type Below<Key> = Key extends `credentials:certificate.${infer Word}` ? Word : never;

export type CertificateWord = Below<MessageKey>;

const KANA_OR_HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const KAZAKH = /[әғқңөұүһі]/iu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The language in which a name is set: it chooses glyph forms and how it is read aloud. */
export function nameLang(name: string): Lang {
  if (KANA_OR_HAN.test(name)) return 'ja';
  if (KAZAKH.test(name)) return 'kk';
  return CYRILLIC.test(name) ? 'ru' : 'en';
}

const named = (text: string): Passage => ({ text, lang: nameLang(text) });

function picked(value: LocalizedText, lang: Lang): Passage {
  const { text, lang: found } = pickText(value, lang);
  return { text, lang: found };
}

function coursesIn(snapshot: CredentialSnapshot, lang: Lang, words: CertificateWords) {
  const own = (text: string): Passage => ({ text, lang });
  return snapshot.studied.map((course) => {
    const version = words('version', { version: course.version });
    const completed = paperDate(course.completedOn, lang);
    const hours = course.hours === undefined ? '' : words('hours', { hours: course.hours });
    return {
      title: picked(course.title, lang),
      short: own([version, hours].filter(Boolean).join(' · ')),
      version: own(version),
      completed: own(completed),
      hours: own(hours),
    };
  });
}

function factsIn(snapshot: CredentialSnapshot, lang: Lang, words: CertificateWords) {
  const own = (text: string): Passage => ({ text, lang });
  const fact = (word: CertificateWord, value: string) => ({
    label: own(words(word)),
    value: own(value),
  });
  const day = (date: string) => paperDate(date, lang);
  const { practical } = snapshot;
  return [
    fact('number', snapshot.number),
    fact('awarded', day(snapshot.awardedOn)),
    fact('validFrom', day(snapshot.validFrom)),
    fact('validUntil', words('inclusive', { date: day(snapshot.validUntil) })),
    ...(practical === null ? [] : [fact('practical', `${day(practical.heldOn)} · ${practical.place}`)]),
  ];
}

function columnIn(snapshot: CredentialSnapshot, lang: Lang, words: CertificateWords) {
  const own = (word: CertificateWord, params?: Readonly<Record<string, string | number>>) => ({
    text: words(word, params),
    lang,
  });
  return {
    issuer: picked(snapshot.issuer, lang),
    title: own('title'),
    framework: picked(snapshot.framework.name, lang),
    holds: own('holds'),
    level: picked(snapshot.level.name, lang),
    facts: factsIn(snapshot, lang, words),
    studied: own('studied'),
    annexed: own('studiedAnnex', { total: snapshot.studied.length }),
    annexTitle: own('annex', { number: snapshot.number }),
    annexHead: [own('course'), own('versionHead'), own('completed'), own('hoursHead')],
    courses: coursesIn(snapshot, lang, words),
    check: own('check'),
    serialLabel: own('serial'),
  };
}

/** The address as people type it: no scheme, no signed fragment. */
const typedAddress = (url: string): string => url.replace(/^https?:\/\//, '').replace(/#.*$/, '');

/** Other spellings of the holder's name, each once, without the one already shown large. */
function spellings({ display, latin, other }: CredentialSnapshot['holder']): Passage[] {
  const distinct = new Set([latin, other ?? ''].filter((name) => name !== '' && name !== display));
  return [...distinct].map(named);
}

/** Name and office in each language; a text that is the same in both stands once. */
function signature({ name, office, organisation }: Signatory, languages: readonly Lang[]) {
  const offices = languages.flatMap((lang) => [picked(office, lang), picked(organisation, lang)]);
  const first = (passage: Passage, index: number) =>
    offices.findIndex(({ text }) => text === passage.text) === index;
  return { name: named(name), offices: offices.filter(first) };
}

/** All words of the paper, as plain data for the template. Drawings are added by the renderer. */
export function certificatePaper(
  snapshot: CredentialSnapshot,
  languages: readonly [Lang, Lang],
  verifyUrl: string,
  wordsIn: (lang: Lang) => CertificateWords,
) {
  const [first] = languages;
  const words = wordsIn(first);
  const { display } = snapshot.holder;
  return {
    lang: first,
    title: `${words('title')} ${snapshot.number} · ${display}`,
    author: picked(snapshot.issuer, first).text,
    description: `${picked(snapshot.level.name, first).text} · ${snapshot.holder.latin}`,
    issued: snapshot.issuedOn.split('-').map(Number),
    holder: named(display),
    spellings: spellings(snapshot.holder),
    columns: languages.map((lang) => columnIn(snapshot, lang, wordsIn(lang))),
    signatories: snapshot.signatories.map((signatory) => signature(signatory, languages)),
    address: typedAddress(verifyUrl),
    serial: printedSerial(snapshot.serial),
    qrAlt: words('qrAlt', { address: typedAddress(verifyUrl) }),
    sealAlt: words('sealAlt'),
  };
}
