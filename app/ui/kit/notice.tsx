import type { ReactNode } from 'react';
import { StatusIcon, type Tone } from './status';
import { useT } from './use-t';

export type NoticeKind = 'info' | 'ok' | 'warn' | 'danger';

const TONES: Record<NoticeKind, Tone> = { info: 'sky', ok: 'ok', warn: 'warn', danger: 'danger' };

const INFO = 'M11 2a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm-1.1 4v2.2h2.2V6Zm0 4v6h2.2v-6Z';
const ALERT = 'M11 1.5 21.5 20h-21ZM9.9 8v6h2.2V8Zm0 7.4v2.2h2.2v-2.2Z';

type Props = {
  kind?: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once: for what happened just now, such as a saved form. */
  live?: boolean;
};

/** A passage that must be noticed. The kind is told by a sign and a word, not only by colour. */
export function Notice({ kind = 'info', title, children, live = false }: Props) {
  const { t } = useT();
  return (
    <div className={`notice tone-${TONES[kind]}`} role={live ? 'status' : undefined}>
      <NoticeSign kind={kind} />
      <div>
        <span className="sr">{t(`shell:notice.${kind}`)}: </span>
        {title ? <p className="strong">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}

function NoticeSign({ kind }: { kind: NoticeKind }) {
  if (kind === 'ok') return <StatusIcon status="valid" />;
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true">
      <path className="ink" fillRule="evenodd" d={kind === 'info' ? INFO : ALERT} />
    </svg>
  );
}
