import type { Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import type { CardWords } from './card-paper';
import type { CertificateWords } from './certificate-paper';

/** The words of the paper in a language. */
export const wordsIn = (lang: Lang): CertificateWords => {
  const t = translator(lang);
  return (word, params) => t(`credentials:certificate.${word}`, params);
};

/** The words of the licence card in a language. */
export const cardWordsIn = (lang: Lang): CardWords => {
  const t = translator(lang);
  return (word, params) => t(`credentials:card.${word}`, params);
};
