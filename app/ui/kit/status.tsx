import type { ReactNode } from 'react';
import { useT } from './use-t';

export type Tone = 'ok' | 'warn' | 'danger' | 'quiet' | 'sky';

/** One shape for each meaning, so that no state is told by its colour alone. View box 16 × 16. */
const SHAPES = {
  tick: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.4 4.3L7 9.7 4.7 7.4 3.5 8.6 7 12.1l5.6-5.6Z',
  diamond: 'M8 .8 15.2 8 8 15.2.8 8Z',
  clock:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8ZM7.1 4.2h1.8v3.4l2.3 2.3-1.3 1.3-2.8-2.8Z',
  half: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.8v10.4A5.2 5.2 0 0 0 8 2.8Z',
  cross:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8ZM5.9 4.7 8 6.8l2.1-2.1 1.2 1.2L9.2 8l2.1 2.1-1.2 1.2L8 9.2l-2.1 2.1-1.2-1.2L6.8 8 4.7 5.9Z',
  swap: 'M5 1 1 5l4 4V6.2h9V3.8H5Zm6 6v2.8H2v2.4h9V15l4-4Z',
  ring: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 1.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 2.8Z',
  question:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm0 2.6C6.3 3.6 5.2 4.6 5 6.2l1.6.3c.1-.9.6-1.4 1.4-1.4.7 0 1.2.4 1.2 1.1 0 .6-.4.9-.9 1.3-.8.6-1.2 1-1.1 2.2h1.6c0-.7.2-.9.9-1.4.7-.5 1.2-1.1 1.2-2.1 0-1.6-1.2-2.6-2.9-2.6ZM7.1 10.8v1.8h1.8v-1.8Z',
  play: 'M3 1.5 14 8 3 14.5Z',
  lock: 'M4.5 6.5V5a3.5 3.5 0 0 1 7 0v1.5H13V15H3V6.5Zm1.8 0h3.4V5a1.7 1.7 0 0 0-3.4 0Z',
} as const;

type Shape = keyof typeof SHAPES;

/** Public states of a document, then steps of work. Words: shell:status.* */
const STATES = {
  valid: ['tick', 'ok'],
  expiring: ['diamond', 'warn'],
  expired: ['clock', 'quiet'],
  suspended: ['half', 'warn'],
  revoked: ['cross', 'danger'],
  superseded: ['swap', 'quiet'],
  'not-yet-valid': ['ring', 'sky'],
  unknown: ['question', 'quiet'],
  draft: ['ring', 'quiet'],
  'not-started': ['ring', 'quiet'],
  'in-progress': ['play', 'sky'],
  waiting: ['clock', 'sky'],
  submitted: ['clock', 'sky'],
  returned: ['swap', 'warn'],
  approved: ['tick', 'ok'],
  refused: ['cross', 'quiet'],
  withdrawn: ['cross', 'quiet'],
  done: ['tick', 'ok'],
  passed: ['tick', 'ok'],
  failed: ['cross', 'warn'],
  met: ['tick', 'ok'],
  missing: ['ring', 'warn'],
  locked: ['lock', 'quiet'],
  active: ['tick', 'ok'],
  off: ['ring', 'quiet'],
  ended: ['half', 'quiet'],
  queued: ['clock', 'quiet'],
  running: ['play', 'sky'],
  broken: ['cross', 'warn'],
  sent: ['tick', 'ok'],
  'not-sent': ['ring', 'quiet'],
} as const satisfies Record<string, readonly [Shape, Tone]>;

export type Status = keyof typeof STATES;

export const isStatus = (text: string): text is Status => Object.hasOwn(STATES, text);

export const toneOf = (status: Status): Tone => STATES[status][1];

/** Only the shape of a state; give its word beside it. */
export function StatusIcon({ status, className }: { status: Status; className?: string }) {
  const [shape, tone] = STATES[status];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`tone-${tone}${className ? ` ${className}` : ''}`}>
      <path className="ink" fillRule="evenodd" d={SHAPES[shape]} />
    </svg>
  );
}

/** A state as icon and word; `children` replaces the usual word. */
export function StatusMark({ status, children }: { status: Status; children?: ReactNode }) {
  const { t } = useT();
  return (
    <span className={`status tone-${toneOf(status)}`}>
      <StatusIcon status={status} />
      <span>{children ?? t(`shell:status.${status}`)}</span>
    </span>
  );
}
