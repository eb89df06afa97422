import type { Finding } from '~/domain/applications/types';
import type { Translate } from '~/i18n/translate';

/** A finding in words. The first dan has a name of its own in Japanese. */
export const findingWords = (t: Translate, kind: Finding['kind'], count: number | null | undefined): string =>
  t(`licensing:finding.${kind === 'dan' && count === 1 ? 'dan-first' : kind}`, {
    count: count ?? 0,
    percent: count ?? 0,
  });
