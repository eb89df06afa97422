import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { countCurrentNames, endName, insertName, lockPerson, selectCurrentName } from './data/names.server';
import type { Spelling } from './inputs';
import { misspeltPart } from './rules/scripts';

export type EditNamesInput = { set: Spelling } | { remove: Pick<Spelling, 'script' | 'kind'> };

/**
 * Sets one spelling of the actor's own name, or removes it. The old spelling stays with its end. Setting what is
 * already there changes nothing. Throws invalid 'people.wrong-script' at the part, conflict 'people.last-name' when the
 * last own spelling would go.
 */
export async function editNames(ctx: Ctx, input: EditNamesInput): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const misspelt = 'set' in input ? misspeltPart(input.set.script, input.set) : null;
  if (misspelt) throw new DomainError('invalid', 'people.wrong-script', { field: misspelt });
  await inTransaction(ctx, async (tx) => {
    await lockPerson(tx, actor.personId);
    const place = 'set' in input ? input.set : input.remove;
    const current = await selectCurrentName(tx, actor.personId, place);
    const wanted = 'set' in input ? input.set : null;
    if (!wanted && !current) return;
    if (wanted && current && isSame(current, wanted)) return;
    if (current) await endName(tx, current.id);
    if (wanted) await insertName(tx, actor.personId, wanted);
    if ((await countCurrentNames(tx, actor.personId)) === 0)
      throw new DomainError('conflict', 'people.last-name');
    await tellRenamed(tx, actor, {
      place: { script: place.script, kind: place.kind },
      from: current,
      to: wanted,
    });
  });
}

type Parts = { family: string; given: string; patronymic: string | null };

const isSame = (current: Parts, wanted: Spelling): boolean =>
  current.family === wanted.family &&
  current.given === wanted.given &&
  (current.patronymic ?? '') === wanted.patronymic;

const shown = (name: Parts | null) =>
  name && { family: name.family, given: name.given, patronymic: name.patronymic };

async function tellRenamed(
  tx: Ctx,
  { personId }: Actor,
  change: { place: { script: string; kind: string }; from: Parts | null; to: Parts | null },
): Promise<void> {
  await tx.publish({ type: 'person.renamed', personId });
  await recordAct(tx, {
    act: 'people.name-changed',
    subject: { type: 'person', id: personId },
    detail: { ...change.place, from: shown(change.from), to: shown(change.to) },
  });
}
