import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

/** An organisation of the tree as pages of partners name it. */
export type PartnerOrganisation = {
  id: string;
  slug: string;
  kind: string;
  path: string;
  name: LocalizedText;
};

declare module '~/platform/ports' {
  interface Ports {
    /** Organisations of the tree by their ids; unknown ones are left out. */
    partnerOrganisations(ctx: Ctx, ids: readonly string[]): Promise<PartnerOrganisation[]>;
  }
}
