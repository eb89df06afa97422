import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import type { z } from 'zod';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertAsset } from './data/assets.server';
import { registerMasterSchema } from './inputs';
import { packageOrder } from './jobs.server';
import { defaultProvider } from './providers/choose-provider.server';
import { canRegisterMaster } from './rules/who-registers';

export type RegisterMasterInput = z.input<typeof registerMasterSchema> & {
  /** The master's bytes; read to the end, never held in memory as a whole. */
  content: Readable;
};

export interface RegisteredMaster {
  assetId: string;
  sha256: string;
  bytes: number;
}

/**
 * Takes a master into storage, where it is kept, and orders its packaging. Throws `media.may-not-register`, and
 * `media.master-damaged` when other bytes came than were announced.
 */
export async function registerMaster(ctx: Ctx, input: RegisterMasterInput): Promise<RegisteredMaster> {
  if (!canRegisterMaster(ctx.actor)) throw new DomainError('forbidden', 'media.may-not-register');
  const { audioTracks, sha256: announced } = registerMasterSchema.parse(input);
  const assetId = newId();
  const masterKey = `masters/${assetId}`;
  const { sha256, bytes } = await keep(ctx, masterKey, input.content);
  try {
    if (bytes === 0 || (announced && announced !== sha256))
      throw new DomainError('invalid', 'media.master-damaged');
    await inTransaction(ctx, async (tx) => {
      const createdAt = tx.clock.now();
      const master = { masterKey, masterSha256: sha256, masterBytes: bytes };
      await insertAsset(tx.db, { id: assetId, provider: defaultProvider, ...master, createdAt, audioTracks });
      await tx.jobs.enqueue(...packageOrder({ assetId, version: 1 }));
    });
  } catch (error) {
    await ctx.storage.remove(masterKey);
    throw error;
  }
  return { assetId, sha256, bytes };
}

async function keep(ctx: Ctx, key: string, content: Readable): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  content.once('error', (error) => counted.destroy(error));
  await ctx.storage.put(key, content.pipe(counted));
  return { sha256: hash.digest('hex'), bytes };
}
