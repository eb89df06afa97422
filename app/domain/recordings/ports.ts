import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

/** An organisation of the tree. */
export type OrganisationFacts = { id: string; path: string; name: LocalizedText };

declare module '~/platform/ports' {
  interface Ports {
    /** An organisation of the tree, or null. */
    findOrganisation(ctx: Ctx, id: string): Promise<OrganisationFacts | null>;
    /** How many minors are shown in a recording without a consent: it is not published before. */
    consentsMissing(ctx: Ctx, recordingId: string): Promise<number>;
    /** Every organisation at one of the paths or below it; parents before their children. */
    organisationsWithin(ctx: Ctx, paths: readonly string[]): Promise<OrganisationFacts[]>;
  }
}

declare module '~/platform/events' {
  interface DomainEvents {
    /** Whether, to whom or how long a recording is shown may be another than before. */
    'recording.changed': { assetId: string };
  }
}
