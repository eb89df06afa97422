import type { Request } from 'express';
import { openMedia } from '~/domain/media/open-media.server';
import { readCookie, sessionCookieName } from '~/web/cookies.server';
import { findLearner } from '~/web/current-actor.server';
import { sendStored } from '~/web/http/send-stored.server';
import type { Services } from '~/web/services';
import { sharedContext } from '~/web/shared-context.server';
import type { MachineHandler } from './machine-handler';

/** Segments follow each other by the second: a session is looked up once a minute, so that its end stops playback. */
async function sessionIdOf(req: Request, services: Services): Promise<string | null> {
  const cookie = readCookie(
    { headers: { get: (name) => req.get(name) ?? null } },
    sessionCookieName(services.config),
  );
  return cookie ? ((await findLearner(services, cookie))?.sessionId ?? null) : null;
}

/** Media has no actor of its own. */
const contextOf = sharedContext('media');

const queryOf = (url: string) => new URLSearchParams(url.split('?', 2)[1] ?? '');

/** Packaged recordings at signed addresses: `/media/<token>/<asset>/<file>`, with single byte ranges. */
export const media: MachineHandler = async (req, res, services) => {
  const opened = await openMedia(contextOf(services), {
    token: req.params.token ?? '',
    assetId: req.params.assetId ?? '',
    path: req.params[0] ?? '',
    query: queryOf(req.originalUrl),
    range: req.get('range'),
    rangeCondition: req.get('if-range'),
    sessionId: () => sessionIdOf(req, services),
  });
  const seconds = Math.max(
    0,
    Math.floor((opened.keepUntil.getTime() - services.clock.now().getTime()) / 1000),
  );
  res.setHeader('Content-Type', opened.contentType);
  res.setHeader(
    'Cache-Control',
    `private, max-age=${opened.kind === 'file' ? seconds : Math.min(seconds, 60)}`,
  );
  res.setHeader('X-Content-Type-Options', 'nosniff');
  if (opened.kind === 'text') {
    res.end(req.method === 'HEAD' ? undefined : opened.text);
    return;
  }
  await sendStored(req, res, services.storage, opened);
};
