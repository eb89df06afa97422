import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';

declare module '~/platform/ports' {
  interface Ports {
    /** Who keeps the checkpoints for the parties of the memorandum: each address once. */
    checkpointReceivers(ctx: Ctx): Promise<{ to: string; lang: Lang }[]>;
  }
}
