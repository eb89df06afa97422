import type { LocalDate } from '~/platform/local-date';

/** What one signed file says; hashes are SHA-256 in lower-case hex. */
export type CheckpointContent = {
  /** Address of the site that made it. */
  site: string;
  /** The local day that it closes. */
  day: LocalDate;
  madeAt: Date;
  /** The file of the day before and the SHA-256 of its bytes; null for the first of an installation. */
  previous: { day: LocalDate; sha256: string } | null;
  /** Number of the first row that no earlier file holds; `last` + 1 when the day added none. */
  first: bigint;
  /** Number of the last row; 0 before the first. */
  last: bigint;
  /** Hash of the row before `first`. */
  before: string;
  /** Hash of the row `last`. */
  head: string;
  /** Hashes of the rows from `first` to `last`. */
  hashes: readonly string[];
};

export type SignedCheckpoint = CheckpointContent & {
  /** Raw Ed25519 public key, 32 bytes. */
  key: Uint8Array;
  keyId: string;
  /** SHA-256 of the whole file, hex. */
  sha256: string;
};

/** A published checkpoint as it is listed. */
export type Checkpoint = {
  day: LocalDate;
  first: bigint;
  last: bigint;
  head: string;
  sha256: string;
  bytes: number;
  storageKey: string;
  keyId: string;
  madeAt: Date;
};

/** A file that somebody kept: where it came from, and its bytes. */
export type KeptFile = { name: string; bytes: Uint8Array };

/** The first row in which the chain and a published file disagree. */
export type Difference = { day: LocalDate; file: string } & (
  | {
      kind: 'row-differs';
      seq: bigint;
      now: { at: Date; act: string; subjectType: string; subjectId: string };
    }
  | { kind: 'row-missing'; seq: bigint }
  /** The chain is shorter than it was: its last row is `seq`, the file knows rows up to `last`. */
  | { kind: 'chain-ends'; seq: bigint; last: bigint }
  /** It lies before the rows of this file, at `upTo` or earlier; the file that would name it was not found. */
  | { kind: 'earlier'; upTo: bigint; missing: LocalDate | null }
);

export type Comparison = {
  /** What is wrong with the files themselves. */
  refused: readonly {
    file: string;
    why: 'no-checkpoint' | 'bad-signature' | 'other-key' | 'unknown-key' | 'two-of-a-day';
    keyId: string | null;
    site: string | null;
  }[];
  compared: readonly { file: string; day: LocalDate; last: bigint; keyId: string; site: string }[];
  difference: Difference | null;
};
