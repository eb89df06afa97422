import type { ReactNode } from 'react';

type Props = {
  /** The words of the button that opens the block, such as «Отозвать…». */
  summary: ReactNode;
  /** What will happen, with names and numbers, then the form that does it. */
  children: ReactNode;
  danger?: boolean;
  /** Open from the start, as after a refused form. */
  open?: boolean;
};

/** A second step before an act that matters: says what will happen, works without script. */
export function Confirm({ summary, children, danger = false, open = false }: Props) {
  return (
    <details className={danger ? 'confirm is-danger' : 'confirm'} open={open}>
      <summary className={danger ? 'btn btn-danger' : 'btn btn-plain'}>{summary}</summary>
      <div className="confirm-body">{children}</div>
    </details>
  );
}

type FoldProps = { summary: ReactNode; children: ReactNode; open?: boolean };

/** Further words that open on demand. */
export function Fold({ summary, children, open = false }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
