import type { Lang } from '~/i18n/locales';

/** The languages a person chose in the player; null and '' stand for no choice and for none. */
export type ViewingChoice = { audio: Lang | null; captions: [first: Lang | '', second: Lang | ''] };

export type Viewing = {
  /** Whole seconds of the recording; null where it was never watched. */
  positionSec: number | null;
  choice: ViewingChoice | null;
};
