import { type LocalizedText, pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { MessageKey } from '~/i18n/resources';
import { paperDate } from '~/platform/print/paper-date';
import { printedSerial } from '../rules/serial';
import type { CredentialSnapshot } from '../types';
import { nameLang } from './certificate-paper';

type Below<Key> = Key extends `credentials:card.${infer Word}` ? Word : never;

/** The words of the card in one language: messages below 'credentials:card'. */
export type CardWords = (key: Below<MessageKey>, params?: Readonly<Record<string, string>>) => string;

type Passage = { text: string; lang: Lang };

const named = (text: string): Passage => ({ text, lang: nameLang(text) });

function picked(value: LocalizedText, lang: Lang): Passage {
  const { text, lang: found } = pickText(value, lang);
  return { text, lang: found };
}

/** Texts of two languages as one list, without those that are the same in both. */
const once = (passages: readonly Passage[]): Passage[] =>
  passages.filter(({ text }, at) => passages.findIndex((each) => each.text === text) === at);

function columnIn({ issuer, ...snapshot }: CredentialSnapshot, lang: Lang, words: CardWords) {
  const own = (text: string): Passage => ({ text, lang });
  return {
    number: own(words('number')),
    until: own(words('validUntil')),
    untilValue: own(paperDate(snapshot.validUntil, lang)),
    check: own(words('check')),
    back: own(words('back', { issuer: pickText(issuer, lang).text })),
  };
}

/** All words of the card, as plain data for the template: the certificate's own, fewer of them. */
export function cardPaper(
  snapshot: CredentialSnapshot,
  languages: readonly [Lang, Lang],
  verifyUrl: string,
  wordsIn: (lang: Lang) => CardWords,
) {
  const [first] = languages;
  const { holder, number, issuer, level } = snapshot;
  const both = (of: (lang: Lang) => Passage) => once(languages.map(of));
  return {
    lang: first,
    title: `${wordsIn(first)('title')} ${number} · ${holder.display}`,
    author: picked(issuer, first).text,
    description: `${picked(level.name, first).text} · ${holder.latin}`,
    issued: snapshot.issuedOn.split('-').map(Number),
    issuers: both((lang) => picked(issuer, lang)),
    titles: both((lang) => ({ text: wordsIn(lang)('title'), lang })),
    holder: named(holder.display),
    latin: holder.latin === holder.display ? null : named(holder.latin),
    levels: both((lang) => picked(level.name, lang)),
    number,
    columns: languages.map((lang) => columnIn(snapshot, lang, wordsIn(lang))),
    address: verifyUrl.replace(/^https?:\/\//, '').replace(/#.*$/, ''),
    serial: printedSerial(snapshot.serial),
  };
}
