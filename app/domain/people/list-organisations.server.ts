import { type LocalizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { selectOrganisations } from './data/organisations.server';

export type ListedOrganisation = {
  id: string;
  slug: string;
  kind: string;
  name: LocalizedText;
  path: string;
  /** 0 for a root of the tree. */
  depth: number;
};

/** The whole tree, or only the organisations named; parents before their children. Organisations are public. */
export async function listOrganisations(
  ctx: Ctx,
  input: { ids?: readonly string[] } = {},
): Promise<ListedOrganisation[]> {
  const rows = await selectOrganisations(ctx, input.ids);
  return rows.map(({ id, slug, kind, name, path }) => ({
    id,
    slug,
    kind,
    name: readText(name),
    path,
    depth: path.split('/').length - 3,
  }));
}
