import { renewPlaybackSchema } from '~/domain/media/inputs';
import { renewPlayback } from '~/domain/media/renew-playback.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import { readCookie, sessionCookieName } from '~/web/cookies.server';
import { findActor } from '~/web/current-actor.server';
import type { MachineHandler } from './machine-handler';

const bodyLimit = 4000;

/** Reads a small JSON body; throws `media.address-refused` for everything else. */
async function readJson(stream: AsyncIterable<Buffer>): Promise<unknown> {
  let text = '';
  for await (const chunk of stream) {
    text += chunk.toString('utf8');
    if (text.length > bodyLimit) throw new DomainError('too-large', 'media.address-refused');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'media.address-refused');
  }
}

/** Exchanges a playback token for a fresh one, so that a long recording plays on: `{ token }` → `{ token, expiresAt }`. */
export const renewMedia: MachineHandler = async (req, res, services) => {
  const input = renewPlaybackSchema.safeParse(await readJson(req));
  if (!input.success) throw new DomainError('invalid', 'media.address-refused');
  const cookie = readCookie(
    { headers: { get: (name) => req.get(name) ?? null } },
    sessionCookieName(services.config),
  );
  const actor = cookie ? await findActor(services, cookie) : null;
  const lang = actor?.lang ?? DEFAULT_LANG;
  const ctx = buildContext(services, { actor, lang, requestId: res.locals.requestId });
  res.set('Cache-Control', 'no-store').json(await renewPlayback(ctx, input.data));
};
