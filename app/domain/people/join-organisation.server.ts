import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockPerson } from './data/names.server';
import { moveAffiliation, selectOrganisation } from './data/organisations.server';
import { selectPerson } from './data/people.server';

/** Says where the actor belongs (region, club, school); an earlier membership ends. The same place again changes nothing. */
export async function joinOrganisation(ctx: Ctx, input: { organisationId: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  await inTransaction(ctx, async (tx) => {
    const organisation = await selectOrganisation(tx, input.organisationId);
    if (!organisation) {
      throw new DomainError('invalid', 'people.no-such-organisation', { field: 'organisationId' });
    }
    await lockPerson(tx, actor.personId);
    const person = await selectPerson(tx, { personId: actor.personId });
    if (person?.organisation?.id === organisation.id) return;
    await moveAffiliation(tx, actor.personId, organisation.id);
    await tx.publish({ type: 'person.renamed', personId: actor.personId });
    await recordAct(tx, {
      act: 'people.organisation-joined',
      subject: { type: 'person', id: actor.personId },
      detail: { from: person?.organisation?.path ?? null, to: organisation.path },
    });
  });
}
