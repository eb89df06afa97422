import { z } from 'zod';
import type { MuxAccess } from '~/platform/config/parse-environment';
import { DomainError } from '~/platform/errors';
import { muxClient } from './client.server';

/** What every message has; about tracks and files it names the asset beside their own ids. */
const eventSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string().max(200),
  data: z.object({
    id: z.string().nullish(),
    asset_id: z.string().nullish(),
    passthrough: z.string().nullish(),
  }),
});

export interface ToldEvent {
  id: string;
  type: string;
  references: string[];
  /** The asset that it is about. */
  assetThere: string | null;
  muxIds: string[];
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/**
 * The message; null for one that says nothing we know. Throws `media.event-refused` unless Mux signed exactly these
 * bytes within the last minutes.
 */
export async function readEvent(
  access: MuxAccess,
  { body, signature }: { body: string; signature: string | null },
): Promise<ToldEvent | null> {
  await muxClient(access)
    .webhooks.verifySignature(body, { 'mux-signature': signature ?? '' })
    .catch(() => {
      throw new DomainError('unauthenticated', 'media.event-refused');
    });
  const parsed = eventSchema.safeParse(jsonOf(body));
  if (!parsed.success) return null;
  const { id, type, data } = parsed.data;
  const known = (...names: (string | null | undefined)[]) =>
    names.filter((name) => name !== undefined && name !== null);
  return {
    ...{ id, type },
    references: known(data.passthrough),
    assetThere: data.asset_id ?? data.id ?? null,
    muxIds: known(data.id, data.asset_id),
  };
}
