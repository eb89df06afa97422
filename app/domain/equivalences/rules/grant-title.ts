import { authored, type LocalizedText, plainText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';

/** What evidence of a granted request is called: the papers that it rests on, in every language. */
export const grantTitle = (papers: readonly LocalizedText[]): LocalizedText =>
  authored(
    papers[0]?.original ?? 'ru',
    Object.fromEntries(LANGS.map((lang) => [lang, papers.map((paper) => plainText(paper, lang)).join('; ')])),
  );
