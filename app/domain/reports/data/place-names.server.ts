import { listOrganisations } from '~/domain/people/list-organisations.server';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';

/** Names of all organisations by path, as they are called today. */
export const loadPlaceNames = async (ctx: Ctx): Promise<Record<string, LocalizedText>> =>
  Object.fromEntries((await listOrganisations(ctx)).map(({ path, name }) => [path, name]));
