import type { ExternalLevel } from '~/domain/externals/types';
import { authored, type LocalizedText, plainText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import type { ClaimRow, PaperFacts } from '../types';

type Named = Pick<ClaimRow, 'kind' | 'title' | 'grade' | 'lang'>;

/** What evidence is called: in every language where the kind or its external level names it, else in the coach's own words. */
export function evidenceTitle(
  { kind, title, grade, lang }: Named,
  { issuer }: PaperFacts,
  level: ExternalLevel | null,
): LocalizedText {
  if (level && grade === null)
    return authored(
      level.name.original,
      Object.fromEntries(LANGS.map((each) => [each, `${plainText(level.name, each)} (${issuer})`])),
    );
  if (title !== null) return authored(lang, { [lang]: `${title} (${issuer})` });
  const texts = LANGS.map((each) => [
    each,
    translator(each)(`claims:evidence.${kind === 'dan-grade' ? 'dan-grade' : 'paper'}`, {
      kind: translator(each)(`claims:kind.${kind}`),
      grade: grade ?? 0,
      issuer,
    }),
  ]);
  return authored(lang, Object.fromEntries(texts));
}
