import type { LocalizedText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import {
  insertOrganisation,
  selectOrganisation,
  selectOrganisationBySlug,
} from './data/organisations.server';
import { foundOrganisationInput } from './inputs';
import { mayFoundBelow } from './policy';

export type FoundOrganisationInput = {
  slug: string;
  kind: string;
  name: LocalizedText;
  parentId: string | null;
};

/** A new node of the tree below its parent. Throws conflict 'people.organisation-exists' for a slug in use. */
export async function foundOrganisation(
  ctx: Ctx,
  input: FoundOrganisationInput,
): Promise<{ id: string; path: string }> {
  const { slug, kind, parentId } = foundOrganisationInput.parse(input);
  return inTransaction(ctx, async (tx) => {
    const parent = parentId === null ? null : await selectOrganisation(tx, parentId);
    if (parentId !== null && !parent) throw new DomainError('not-found', 'people.no-such-organisation');
    if (!mayFoundBelow(tx.actor, parent?.path ?? null)) throw new DomainError('forbidden', 'shell.no-right');
    if (await selectOrganisationBySlug(tx, slug))
      throw new DomainError('conflict', 'people.organisation-exists');
    const path = `${parent?.path ?? '/'}${slug}/`;
    const id = await insertOrganisation(tx, { slug, kind, name: input.name, parentId, path });
    await recordAct(tx, {
      act: 'people.organisation-founded',
      subject: { type: 'organisation', id },
      detail: { slug, kind, path },
    });
    return { id, path };
  });
}
