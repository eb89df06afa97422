import type { ReactNode } from 'react';
import { Footprints } from '~/ui/drawings/footprints';

type Props = {
  title: string;
  /** What will stand here, and how it gets here. */
  children: ReactNode;
  /** The obvious next step, such as a ButtonLink. */
  action?: ReactNode;
};

/** An empty list that teaches what it is for. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="empty">
      <Footprints />
      <p className="strong">{title}</p>
      <div className="quiet measure">{children}</div>
      {action}
    </div>
  );
}
