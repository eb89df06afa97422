import './ports';
import { z } from 'zod';
import { type LocalizedText, localizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { fromDb } from '~/platform/local-date';
import { listInstitutions, listPermissions } from './data/partners.server';
import { type PermissionKind, permissionKind } from './inputs';
import { isInForce, PERMISSION_ZONE } from './rules/permission';

/** Something of an organisation that may be shown, with the paper that allows it. */
export type Shown = {
  permissionId: string;
  kind: PermissionKind;
  text: LocalizedText;
  url: string | null;
  document: string;
  grantedBy: string;
  grantedOn: string;
  until: string | null;
};

export type Partner = {
  organisationId: string;
  slug: string;
  kind: string;
  name: LocalizedText;
  about: LocalizedText;
  offers: LocalizedText[];
  /** Empty without a permission that holds today: then there is a name and nothing else. */
  shown: Shown[];
};

/** The partner institutions in their order. Logos, claims and links only while a stored permission holds. */
export async function listPartners(ctx: Ctx): Promise<Partner[]> {
  const institutions = await listInstitutions(ctx.db);
  const ids = institutions.map(({ organisationId }) => organisationId);
  const [organisations, permissions] = await Promise.all([
    ctx.ports.partnerOrganisations(ctx, ids),
    listPermissions(ctx.db, ids),
  ]);
  const today = ctx.clock.today(PERMISSION_ZONE);
  const papers = permissions.map((row) => ({
    ...row,
    grantedOn: fromDb(row.grantedOn),
    until: row.until && fromDb(row.until),
  }));
  return institutions.flatMap((institution) => {
    const organisation = organisations.find(({ id }) => id === institution.organisationId);
    if (!organisation) return [];
    return {
      organisationId: organisation.id,
      slug: organisation.slug,
      kind: organisation.kind,
      name: organisation.name,
      about: readText(institution.about),
      offers: z.array(localizedText).parse(institution.offers),
      shown: papers
        .filter((paper) => paper.organisationId === organisation.id && isInForce(paper, today))
        .map(({ id, kind, text, url, document, grantedBy, grantedOn, until }) => ({
          ...{ permissionId: id, kind: permissionKind.parse(kind), text: readText(text), url },
          ...{ document, grantedBy, grantedOn, until },
        })),
    };
  });
}
