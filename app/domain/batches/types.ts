import type { TogetherAct } from '~/domain/applications/inputs';
import type { ApplicationKind, Key, Lack } from '~/domain/applications/types';
import type { LocalizedText } from '~/i18n/content';

/** What becomes of an item; `not-done`: something stood against it, and it is as it was. */
export const OUTCOMES = ['not-done', 'proposed', 'issued', 'returned', 'refused'] as const;
export type ItemOutcome = (typeof OUTCOMES)[number];

/** Why an item is not done: an error code, the values of its words, and what is missing. */
export type Reason = {
  code: string;
  params: Readonly<Record<string, string | number>>;
  missing: readonly Lack[];
};

export type BatchRow = {
  id: string;
  actorId: string;
  act: TogetherAct;
  filter: string | null;
  found: number;
  reason: string | null;
  note: string;
  preparedAt: Date;
  confirmedAt: Date | null;
};

export type ItemRow = {
  no: number;
  applicationId: string;
  /** Where «issue» was asked for: the key that was due when the batch was prepared. */
  key: Key | null;
  /** Null while it waits. */
  outcome: ItemOutcome | null;
  reason: Reason | null;
  serial: string | null;
  number: string | null;
};

/** Of a batch: prepared (nothing done), running (some wait), done. */
export type BatchState = 'prepared' | 'running' | 'done';

export type Counts = Readonly<Record<ItemOutcome | 'waiting', number>>;

/** A line of a batch as a registrar reads it; of a prepared one what would become of it. */
export type BatchLine = Omit<ItemRow, 'applicationId' | 'key'> & {
  applicationId: string;
  displayName: string;
  latinName: string;
  kind: ApplicationKind;
  level: LocalizedText | null;
};
