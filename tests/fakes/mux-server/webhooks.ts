import { createHmac } from 'node:crypto';
import type { FakeEvent } from './assets';

/** Sends a message as Mux does: signed over the moment and the very bytes. Answers the status. */
export async function sendEvent(
  to: string,
  { id, type, data }: FakeEvent,
  { secret, at = new Date(), spoil = false }: { secret: string; at?: Date; spoil?: boolean },
): Promise<number> {
  const object = { type: 'asset', id: data.asset_id ?? data.id };
  const environment = { id: 'env', name: 'Production' };
  const body = JSON.stringify({ id, type, data, object, environment, created_at: at.toISOString() });
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const answer = await fetch(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'mux-signature': `t=${seconds},v1=${signature}`,
    },
    body: spoil ? body.replace('"type"', '"typo"') : body,
  });
  return answer.status;
}
