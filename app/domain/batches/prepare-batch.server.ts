import { describeApplications } from '~/domain/applications/describe-applications.server';
import { previewDecisions } from '~/domain/applications/preview-decisions.server';
import { isRegistrar } from '~/domain/licensing/policy';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { derivedId, newId } from '~/platform/ids';
import { insertBatch, removeForgotten } from './data/batches.server';
import { MOST_ITEMS, type PrepareInput, prepareSchema } from './inputs';

const DAY_MS = 86_400_000;

type Chosen = { known: readonly string[]; found: number; filter: string | null };

async function chosen(
  ctx: Ctx,
  input: { all: boolean; query: string; ids: readonly string[] },
): Promise<Chosen> {
  if (!input.all) {
    const ids = [...new Set(input.ids)];
    const { rows } = await describeApplications(ctx, { ids });
    const known = ids.filter((id) => rows.has(id));
    return { known, found: known.length, filter: null };
  }
  const queue = Object.fromEntries(new URLSearchParams(input.query));
  const { rows, total } = await describeApplications(ctx, { queue, take: MOST_ITEMS });
  return { known: [...rows.keys()], found: total, filter: input.query };
}

/** The form's key and everything that it chose: the same form with another choice is another batch. */
const keyOf = (key: string, act: string, { known, filter }: Chosen): string =>
  derivedId(key, JSON.stringify([act, filter, [...known].sort()]));

/**
 * Keeps a choice of applications, ticked ones or the oldest 500 of a filter, for one act; nothing is done with them yet.
 * Sent twice it is the same batch;
 * with another choice (after «back») it is another one. Throws `batches.not-a-registrar`, `batches.nothing-chosen`.
 */
export async function prepareBatch(ctx: Ctx, input: PrepareInput): Promise<{ batchId: string }> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'batches.not-a-registrar');
  const { key, act, all, query, applicationIds } = prepareSchema.parse(input);
  const made = await chosen(ctx, { all, query, ids: applicationIds });
  const { known, ...choice } = made;
  if (known.length === 0) throw new DomainError('invalid', 'batches.nothing-chosen');
  const foreseen = await previewDecisions(ctx, { applicationIds: known, act });
  const { accountId: actorId } = actor;
  const preparedAt = ctx.clock.now();
  return inTransaction(ctx, async (tx) => {
    await removeForgotten(tx.db, actorId, new Date(preparedAt.getTime() - DAY_MS));
    const row = { id: newId(), key: keyOf(key, act, made), actorId, act, ...choice, preparedAt };
    return { batchId: await insertBatch(tx.db, { ...row, items: foreseen }) };
  });
}
