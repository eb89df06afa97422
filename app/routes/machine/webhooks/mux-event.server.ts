import { receiveEvent } from '~/domain/media/receive-event.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import type { MachineHandler } from '../machine-handler';

const bodyLimit = 256 * 1024;

/** The body as it was signed, to the byte; throws `media.event-refused` for more than any message has. */
async function readBody(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > bodyLimit) throw new DomainError('too-large', 'media.event-refused');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Messages of the Mux service. They are answered as soon as they are kept; what follows is a job. */
export const muxEvent: MachineHandler = async (req, res, services) => {
  const ctx = buildContext(services, {
    actor: null,
    lang: DEFAULT_LANG,
    requestId: res.locals.requestId ?? 'mux',
  });
  await receiveEvent(ctx, { body: await readBody(req), signature: req.get('mux-signature') ?? null });
  res.set('Cache-Control', 'no-store').status(204).end();
};
