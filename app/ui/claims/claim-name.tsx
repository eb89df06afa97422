import type { ClaimRow } from '~/domain/claims/types';
import type { Translate } from '~/i18n/translate';

type Named = Pick<ClaimRow, 'kind' | 'title' | 'grade'>;

/** What a paper is, in one line: «Степень дан: 3-й дан», «Квалификация другой организации: UCJI». */
export function claimName({ kind, title, grade }: Named, t: Translate): string {
  const own = grade === null ? title : t('claims:field.grade-option', { grade });
  const words = t(`claims:kind.${kind}`);
  return own ? `${words}: ${own}` : words;
}
