import { type Refusal, receiveUpload } from '~/domain/uploads/receive-upload.server';
import { requireOwnUpload } from '~/domain/uploads/require-own-upload.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import type { Ctx } from '~/platform/context';
import { DomainError, httpStatus, isDomainError, messageKey } from '~/platform/errors';
import { id } from '~/platform/input';
import { buildContext } from '~/web/build-context.server';
import { actorOf } from '~/web/current-actor.server';
import type { MachineHandler } from '../machine-handler';

/** A broken rule in the sender's language; anything else is a fault of ours, logged. */
function told(error: unknown, ctx: Ctx): Refusal {
  const answer = (status: number, code: string, message: string) => ({
    status,
    body: JSON.stringify({ error: { code, message } }),
  });
  if (isDomainError(error)) {
    const message = translator(ctx.lang).dynamic(messageKey(error.code), error.extras.params);
    return answer(httpStatus(error.kind), error.code, message);
  }
  ctx.log.error({ err: error instanceof Error ? error.stack : String(error) }, 'fault');
  return answer(500, 'fault', 'Something went wrong on our side.');
}

/** tus 1.0: OPTIONS and POST on /uploads, HEAD and PATCH on /uploads/<id>. Whoever sends is signed in. */
export const uploads: MachineHandler = async (req, res, services) => {
  const actor = await actorOf(req, services);
  const uploadId = req.params.upload ?? null;
  const ctx = buildContext(services, {
    actor,
    lang: actor?.lang ?? DEFAULT_LANG,
    requestId: res.locals.requestId,
  });
  if (req.method !== 'OPTIONS' && !actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  if (uploadId !== null) {
    if (!id.safeParse(uploadId).success) throw new DomainError('not-found', 'uploads.no-such-upload');
    await requireOwnUpload(ctx, uploadId);
  }
  // A beginning has no bytes: sent twice, they would overwrite those that are there.
  if (req.method === 'POST' && Number(req.get('content-length') ?? 0) > 0)
    throw new DomainError('invalid', 'uploads.malformed');
  res.set('Cache-Control', 'no-store');
  const tell = (error: unknown) => told(error, ctx);
  await receiveUpload(ctx, { request: req, response: res, uploadId, tell });
};
