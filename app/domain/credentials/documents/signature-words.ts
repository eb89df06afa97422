import { pickText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { CredentialSnapshot } from '../types';

/** What the signature of a paper says: what it is and who issued it, in the paper's first language. */
export function signatureWords(
  { number, issuer }: CredentialSnapshot,
  lang: Lang,
  titleIn: (lang: Lang) => string,
) {
  return { reason: `${titleIn(lang)} ${number}`, name: pickText(issuer, lang).text };
}
