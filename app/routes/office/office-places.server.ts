import { listOrganisations } from '~/domain/people/list-organisations.server';
import { plainText } from '~/i18n/content';
import { grantsOf } from '~/platform/actor';
import type { LoadArgs } from '~/web/handlers.server';

export type Place = { path: string; name: string };

const KINDS = ['federation', 'region'];

/** Every organisation that the registrar reaches, indented below the one it belongs to, in the reader's language. */
export async function officeTree(ctx: LoadArgs['ctx']): Promise<Place[]> {
  const grants = grantsOf(ctx.actor, 'registrar');
  const reached = (await listOrganisations(ctx)).filter(({ path }) =>
    grants.some((grant) => path.startsWith(grant.path)),
  );
  const top = Math.min(...reached.map(({ depth }) => depth));
  return reached.map(({ path, name, depth }) => ({
    path,
    name: `${'\u2003'.repeat(depth - top)}${plainText(name, ctx.lang)}`,
  }));
}

/** The federations and regions that the registrar may choose from, in the reader's language. */
export async function officePlaces(ctx: LoadArgs['ctx']): Promise<Place[]> {
  const grants = grantsOf(ctx.actor, 'registrar');
  const all = await listOrganisations(ctx);
  return all
    .filter(({ kind, path }) => KINDS.includes(kind) && grants.some((grant) => path.startsWith(grant.path)))
    .map(({ path, name }) => ({ path, name: plainText(name, ctx.lang) }));
}
