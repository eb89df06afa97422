import { pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { CredentialSnapshot } from '../types';
import { wordsIn } from './certificate-words';

/** What the signature of a certificate says: what it is and who issued it, in the paper's first language. */
export function signatureWords({ number, issuer }: CredentialSnapshot, lang: Lang) {
  return { reason: `${wordsIn(lang)('title')} ${number}`, name: pickText(issuer, lang).text };
}
