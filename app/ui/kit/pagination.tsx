import type { ReactNode } from 'react';
import { A } from './link';
import { useT } from './use-t';

type Props = {
  /** Addresses without language; null or undefined where there is no such page. */
  first?: string | null | undefined;
  previous?: string | null | undefined;
  next?: string | null | undefined;
  /** What is shown of how much, such as «51–100 из 4 912». */
  children?: ReactNode;
};

/** Steps through a list by keys, not by page numbers, so that new rows do not shift it. */
export function Pagination({ first, previous, next, children }: Props) {
  const { t } = useT();
  if (!first && !previous && !next) return null;
  return (
    <nav className="pages" aria-label={t('shell:pages.label')}>
      <div className="row">
        {first ? (
          <A to={first} className="btn btn-plain btn-small">
            {t('shell:pages.first')}
          </A>
        ) : null}
        {previous ? (
          <A to={previous} rel="prev" className="btn btn-plain btn-small">
            <span aria-hidden="true">←</span> {t('shell:pages.previous')}
          </A>
        ) : null}
      </div>
      {children ? <span className="num">{children}</span> : null}
      {next ? (
        <A to={next} rel="next" className="btn btn-plain btn-small">
          {t('shell:pages.next')} <span aria-hidden="true">→</span>
        </A>
      ) : (
        <span />
      )}
    </nav>
  );
}
