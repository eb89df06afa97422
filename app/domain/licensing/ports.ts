import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import type { CorrectionOrder, HolderFacts, IssueOrder, MadeDocument, PeriodDocument } from './types';

/** Names, place and mail address of a person; null for an unknown one. */
export type DescribeHolderPort = (ctx: Ctx, personId: string) => Promise<HolderFacts | null>;

/** The same of many at once, by person; unknown ones are left out. */
export type DescribeHoldersPort = (
  ctx: Ctx,
  personIds: readonly string[],
) => Promise<ReadonlyMap<string, HolderFacts>>;

/**
 * Makes the public documents of periods inside the caller's transaction, each of another period: serial, gapless number,
 * frozen snapshot; or a further one with another name, which replaces the newest. In the order asked. Locks the number
 * counters of the frameworks and years.
 */
export type IssueCredentialsPort = (
  tx: Ctx,
  orders: readonly (IssueOrder | CorrectionOrder)[],
) => Promise<MadeDocument[]>;

/** Public documents by qualification, newest first; qualifications without one are left out. */
export type DocumentsOfPort = (
  ctx: Ctx,
  qualificationIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly PeriodDocument[]>>;

/** The awards whose document, or old paper, bears this number or serial as people type it; none when it is neither. */
export type AwardsNumberedPort = (ctx: Ctx, text: string) => Promise<readonly string[]>;

/**
 * Full years of people on a day, by person, and whether the person told the birthday; whose is not known is left out.
 * Only for comparing.
 */
export type AgesOnPort = (
  ctx: Ctx,
  input: { personIds: readonly string[]; on: LocalDate },
) => Promise<ReadonlyMap<string, { years: number; isOwnWord: boolean }>>;

declare module '~/platform/ports' {
  interface Ports {
    describeHolder: DescribeHolderPort;
    describeHolders: DescribeHoldersPort;
    agesOn: AgesOnPort;
    issueCredentials: IssueCredentialsPort;
    documentsOf: DocumentsOfPort;
    awardsNumbered: AwardsNumberedPort;
  }
}
