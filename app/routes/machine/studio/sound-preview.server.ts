import { openPreview } from '~/domain/sounds/open-preview.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import { buildContext } from '~/web/build-context.server';
import { actorOf } from '~/web/current-actor.server';
import { sendStored } from '~/web/http/send-stored.server';
import type { MachineHandler } from '../machine-handler';

/** An added sound before it goes live, at a signed address of one session: `/sounds/<token>/preview.m4a`, with ranges. */
export const soundPreview: MachineHandler = async (req, res, services) => {
  const actor = await actorOf(req, services);
  const { requestId } = res.locals;
  const ctx = buildContext(services, { actor, lang: actor?.lang ?? DEFAULT_LANG, requestId });
  const opened = await openPreview(ctx, {
    token: req.params.token ?? '',
    sessionId: actor?.sessionId ?? null,
    range: req.get('range'),
    rangeCondition: req.get('if-range'),
  });
  res.setHeader('Content-Type', 'audio/mp4');
  res.setHeader('Cache-Control', 'private, no-cache');
  await sendStored(req, res, services.storage, opened);
};
