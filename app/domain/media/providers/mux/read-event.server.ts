import { z } from 'zod';
import type { MuxAccess } from '~/platform/config/parse-environment';
import { muxClient } from './client.server';

/** What every message has; about tracks and files it names the asset beside their own ids. */
const eventSchema = z.object({
  id: z.string().min(1).max(200),
  type: z.string().max(200),
  data: z.object({
    id: z.string().optional(),
    asset_id: z.string().optional(),
    passthrough: z.string().optional(),
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

/** The message, if Mux signed exactly these bytes within the last minutes; else null. */
export async function readEvent(
  access: MuxAccess,
  { body, signature }: { body: string; signature: string | null },
): Promise<ToldEvent | null> {
  const told = await muxClient(access)
    .webhooks.unwrap(body, { 'mux-signature': signature ?? '' })
    .catch(() => null);
  const parsed = eventSchema.safeParse(told);
  if (!parsed.success) return null;
  const { id, type, data } = parsed.data;
  const known = (...names: (string | undefined)[]) => names.filter((name) => name !== undefined);
  return {
    ...{ id, type },
    references: known(data.passthrough),
    assetThere: data.asset_id ?? data.id ?? null,
    muxIds: known(data.id, data.asset_id),
  };
}
