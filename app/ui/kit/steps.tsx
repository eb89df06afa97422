import type { ReactNode } from 'react';
import { StatusIcon } from './status';
import { useT } from './use-t';

export type Step = {
  key: string;
  title: ReactNode;
  state: 'met' | 'in-progress' | 'waiting' | 'missing' | 'locked';
  /** What is met by what, or what to do. */
  note?: ReactNode;
  /** The one thing to do here, such as a ButtonLink. */
  action?: ReactNode;
};

/** The way to a goal as a path: what is met, what comes next, what is still missing. */
export function Steps({ items }: { items: readonly Step[] }) {
  const { t } = useT();
  return (
    <ol className="steps" aria-label={t('shell:steps.label')}>
      {items.map(({ key, title, state, note, action }) => (
        <li key={key} className={state === 'met' ? 'step is-met' : 'step'}>
          <StatusIcon status={state} />
          <div className="stack stack-s">
            <div>
              <p className="step-title">{title}</p>
              <p className="quiet">{t(`shell:status.${state}`)}</p>
            </div>
            {note ? <div className="quiet">{note}</div> : null}
            {action ? <div>{action}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
