import type { Lang } from '~/i18n/locales';
import type { LocalDate } from '~/platform/local-date';
import type { FileType } from './rules/file-type';
import type { ClaimKind } from './rules/kinds';

export type { ClaimKind } from './rules/kinds';

export const CLAIM_ACTS = ['confirm', 'refuse', 'withdraw'] as const;
export type ClaimAct = (typeof CLAIM_ACTS)[number];

export const CLAIM_STATES = ['handed-in', 'confirmed', 'refused', 'withdrawn'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** A page of the paper, without its bytes. */
export type ClaimFile = {
  id: string;
  name: string;
  type: FileType;
  bytes: number;
  /** Of the file as it was handed in, hex. */
  sha256: string;
};

/** What stands on the paper. `validUntil` is the last valid day. */
export type PaperFacts = {
  issuer: string;
  number: string | null;
  issuedOn: LocalDate;
  validUntil: LocalDate | null;
  /** Slug of the external level, where the paper is of a known one. */
  external: string | null;
};

/** How a claim ended. `read` is the paper as the registrar read it, when it was confirmed. */
export type ClaimDecision = {
  act: ClaimAct;
  actorId: string;
  reason: string | null;
  note: string;
  read: PaperFacts | null;
  decidedAt: Date;
};

/** Of which external level a confirmed paper is, said after its decision. */
export type ClaimNaming = { external: string; actorId: string; namedAt: Date };

export type ClaimRow = PaperFacts & {
  id: string;
  personId: string;
  kind: ClaimKind;
  lang: Lang;
  /** What it is, where the kind does not say it. */
  title: string | null;
  nameOnPaper: string;
  /** 1–10, of a dan grade. */
  grade: number | null;
  hours: number | null;
  note: string;
  handedInAt: Date;
  files: readonly ClaimFile[];
  decision: ClaimDecision | null;
  naming: ClaimNaming | null;
};

/** Who handed something in, as the office finds them. */
export type Claimant = { personId: string; displayName: string; latinName: string; path: string };
