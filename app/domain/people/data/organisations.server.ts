import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';

export const selectOrganisation = ({ db }: Ctx, id: string) => db.organisation.findUnique({ where: { id } });

export const selectOrganisationBySlug = ({ db }: Ctx, slug: string) =>
  db.organisation.findUnique({ where: { slug } });

/** In the order of the tree: parents before their children. */
export const selectOrganisations = ({ db }: Ctx, ids?: readonly string[]) =>
  db.organisation.findMany({ where: ids ? { id: { in: [...ids] } } : {}, orderBy: { path: 'asc' } });

type NewOrganisation = {
  slug: string;
  kind: string;
  name: LocalizedText;
  parentId: string | null;
  path: string;
};

export async function insertOrganisation(tx: Ctx, facts: NewOrganisation): Promise<string> {
  const id = newId();
  await tx.db.organisation.create({ data: { id, ...facts } });
  return id;
}

/** Ends the person's membership elsewhere and begins one here. */
export async function moveAffiliation(tx: Ctx, personId: string, organisationId: string): Promise<void> {
  const now = tx.clock.now();
  await tx.db.affiliation.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
  await tx.db.affiliation.create({ data: { id: newId(), personId, organisationId, recordedAt: now } });
}
