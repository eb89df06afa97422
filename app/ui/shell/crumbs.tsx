import type { ReactNode } from 'react';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

/** A page above this one. */
export type Crumb = { to: string; label: ReactNode };

/** The way from the top to this page; the page itself is named by its heading. */
export function Crumbs({ items }: { items: readonly Crumb[] }) {
  const { t } = useT();
  return (
    <nav className="crumbs" aria-label={t('shell:nav.crumbs')}>
      <ol>
        {items.map(({ to, label }) => (
          <li key={to}>
            <A to={to}>{label}</A>
          </li>
        ))}
      </ol>
    </nav>
  );
}
