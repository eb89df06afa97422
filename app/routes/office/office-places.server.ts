import { listOrganisations } from '~/domain/people/list-organisations.server';
import { plainText } from '~/i18n/content';
import { grantsOf } from '~/platform/actor';
import type { LoadArgs } from '~/web/handlers.server';

export type Place = { path: string; name: string };

const KINDS = ['federation', 'region'];

/** The federations and regions that the registrar may choose from, in the reader's language. */
export async function officePlaces(ctx: LoadArgs['ctx']): Promise<Place[]> {
  const grants = grantsOf(ctx.actor, 'registrar');
  const all = await listOrganisations(ctx);
  return all
    .filter(({ kind, path }) => KINDS.includes(kind) && grants.some((grant) => path.startsWith(grant.path)))
    .map(({ path, name }) => ({ path, name: plainText(name, ctx.lang) }));
}
