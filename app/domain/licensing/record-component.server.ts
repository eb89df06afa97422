import type { EvidenceConfirmed } from '~/domain/evidence/events';
import type { Ctx } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { insertComponent } from './data/licences.server';

/**
 * Evidence that holds for some time is a live component from that day, once; public pages may show another status for
 * it. Runs in the transaction of the evidence.
 */
export async function recordComponent(ctx: Ctx, evidence: EvidenceConfirmed): Promise<void> {
  const { personId, component, occurredOn, validUntil, evidenceId } = evidence;
  if (component === null || validUntil === null) return;
  await insertComponent(ctx.db, {
    personId,
    kind: component,
    from: occurredOn,
    until: validUntil,
    evidenceId,
    recordedAt: ctx.clock.now(),
  });
  await raiseContentVersion(ctx);
}
