import { askForCheckpoints } from '~/domain/checkpoints/ask-for-checkpoints.server';
import { checkpointsQuery } from '~/domain/checkpoints/inputs';
import { listCheckpoints } from '~/domain/checkpoints/list-checkpoints.server';
import type { Checkpoint } from '~/domain/checkpoints/types';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from '../machine-handler';

const visitorOf = sharedContext('checkpoints');

const shown = (address: string, { day, first, last, head, sha256, bytes, keyId, madeAt }: Checkpoint) => ({
  ...{ day, first: Number(first), last: Number(last), head, sha256, bytes, key: keyId },
  ...{ made_at: madeAt.toISOString(), file: `${address}/${day}` },
});

/** Milliseconds between two looks for days that are missing. */
const LOOK_EVERY = 60_000;

const looked = new WeakMap<Ctx, number>();

/** A list that can be read is answered, whatever becomes of this. */
async function lookForMissing(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  if (now - (looked.get(ctx) ?? 0) < LOOK_EVERY) return;
  looked.set(ctx, now);
  await askForCheckpoints(ctx).catch((error: unknown) => ctx.log.error({ err: error }, 'checkpoints'));
}

/** `GET /.well-known/checkpoints?before=&limit=`: the published states of the audit chain, newest first. */
export const checkpointList: MachineHandler = async (req, res, services) => {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-cache',
  });
  const query = checkpointsQuery.safeParse(req.query);
  if (!query.success) throw new DomainError('invalid', 'shell.bad-query');
  const ctx = visitorOf(services);
  await lookForMissing(ctx);
  const { before = null, limit } = query.data;
  const { checkpoints, next } = await listCheckpoints(ctx, { before, take: limit });
  const address = `${services.config.publicUrl}/.well-known/checkpoints`;
  const keys = await services.keyring.publicKeys();
  res.json({
    format: 'shihan-checkpoint 1',
    keys: keys.map(({ id, createdAt, raw }) => ({
      ...{ id, algorithm: 'Ed25519', created_at: createdAt.toISOString() },
      public_key: Buffer.from(raw).toString('base64'),
    })),
    checkpoints: checkpoints.map((one) => shown(address, one)),
    next: next === null ? null : `${address}?before=${next}&limit=${limit}`,
  });
};
