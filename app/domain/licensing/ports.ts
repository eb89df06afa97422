import type { Ctx } from '~/platform/context';
import type { HolderFacts, IssuedDocument, IssueOrder } from './types';

declare module '~/platform/ports' {
  interface Ports {
    /** Names, place and mail address of a person; null for an unknown one. */
    describeHolder(ctx: Ctx, personId: string): Promise<HolderFacts | null>;
    /**
     * Makes the public document of a period inside the caller's transaction: serial, gapless number, frozen snapshot.
     * Locks the number counter of the framework and year.
     */
    issueCredential(tx: Ctx, order: IssueOrder): Promise<IssuedDocument>;
    /** Public documents by qualification, newest first; qualifications without one are left out. */
    documentsOf(ctx: Ctx, qualificationIds: readonly string[]): Promise<ReadonlyMap<string, readonly IssuedDocument[]>>;
  }
}
