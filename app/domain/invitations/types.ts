import type { LocalizedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Role } from '~/platform/actor';
import type { InvitationState } from './rules/invitation-state';

export type Invitation = {
  id: string;
  state: InvitationState;
  /** The invited person's language. */
  lang: Lang;
  /** Where the link went; null: it was handed over. */
  email: string | null;
  role: Role;
  organisation: { id: string; path: string; name: LocalizedText };
  /** Of an editor. */
  grantLang: Lang | null;
  /** Of an assessor: the level's slug. */
  level: string | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedBy: string | null;
};
