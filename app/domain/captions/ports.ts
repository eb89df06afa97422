import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

/** The recording that an asset belongs to. */
export type CaptionsOwner = {
  /** Path of the organisation whose recording it is. */
  organisationPath: string;
  title: LocalizedText;
  /** The account of the instructor whose it is; null: any instructor of the organisation. */
  ownerId: string | null;
};

declare module '~/platform/ports' {
  interface Ports {
    /** Null while the asset belongs to no recording. */
    captionsOwner(ctx: Ctx, assetId: string): Promise<CaptionsOwner | null>;
  }
}

declare module '~/platform/events' {
  interface DomainEvents {
    /** Viewers get other captions of an asset than before. */
    'captions.changed': { assetId: string };
  }
}
