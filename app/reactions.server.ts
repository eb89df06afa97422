import type { Ctx } from '~/platform/context';
import type { DomainEvent, DomainEvents, EventType } from '~/platform/events';

type Reactions = { [T in EventType]: (ctx: Ctx, event: DomainEvents[T]) => Promise<void> };

/** When X happened, enqueue Y: the only place where domains meet by event. */
const reactions: Reactions = {
  'person.renamed': async () => undefined,
};

/** Runs inside the transaction in which the event happened. */
export async function react(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { type, ...facts } = event as { type: EventType };
  await (reactions[type] as (ctx: Ctx, facts: unknown) => Promise<void>)(ctx, facts);
}
