import type { ReactNode } from 'react';
import { A } from './link';
import { useT } from './use-t';

export type Tab = { to: string; label: ReactNode; count?: number; current?: boolean };

/** Links between sibling pages or between ready-made selections of one list. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const { fmt } = useT();
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(({ to, label: words, count, current }) => (
        <A key={to} to={to} aria-current={current ? 'page' : undefined}>
          {words}
          {count === undefined ? null : <b className="num">{fmt.number(count)}</b>}
        </A>
      ))}
    </nav>
  );
}

/** The same as round buttons, for filters in force and filters on offer. */
export function Chips({ label, items }: { label: string; items: readonly Tab[] }) {
  const { fmt } = useT();
  return (
    <nav className="chips" aria-label={label}>
      {items.map(({ to, label: words, count, current }) => (
        <A key={to} to={to} className="chip" aria-current={current ? 'true' : undefined}>
          {words}
          {count === undefined ? null : <span className="num">{fmt.number(count)}</span>}
        </A>
      ))}
    </nav>
  );
}
