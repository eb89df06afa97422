import { saveViewingInput } from '~/domain/viewing/inputs';
import { saveViewing } from '~/domain/viewing/save-viewing.server';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import { actorOf } from '~/web/current-actor.server';
import { readJson } from '~/web/read-json.server';
import type { MachineHandler } from './machine-handler';

const BODY_LIMIT = 2_000;

/** Where the signed-in viewer stopped and which languages they chose: `{ recordingId, position?, choice? }` → 204. */
export const viewing: MachineHandler = async (req, res, services) => {
  const actor = await actorOf(req, services);
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const input = saveViewingInput.safeParse(await readJson(req, BODY_LIMIT));
  if (!input.success) throw new DomainError('invalid', 'media.malformed-viewing');
  const ctx = buildContext(services, { actor, lang: actor.lang, requestId: res.locals.requestId });
  await saveViewing(ctx, input.data);
  res.status(204).set('Cache-Control', 'no-store').end();
};
