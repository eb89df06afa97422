import { saveProgressInput } from '~/domain/learning/inputs';
import { saveProgress } from '~/domain/learning/save-progress.server';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import { readCookie, sessionCookieName } from '~/web/cookies.server';
import { findLearner } from '~/web/current-actor.server';
import { answerJson } from '~/web/http/plain';
import { readJson } from '~/web/read-json.server';
import type { PlainHandler } from './machine-handler';

/** A thousand intervals fit; a lesson never has more. */
const BODY_LIMIT = 32_000;

/**
 * Watched seconds of a lesson: `{ lessonId, intervals: [[from, to)…], position }` in whole seconds of the recording.
 * Telling the same twice changes nothing. Answers how much is watched.
 */
export const progress: PlainHandler = async (req, res, services) => {
  const cookie = readCookie(
    { headers: { get: () => req.headers.cookie ?? null } },
    sessionCookieName(services.config),
  );
  const actor = cookie ? await findLearner(services, cookie) : null;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const input = saveProgressInput.safeParse(await readJson(req, BODY_LIMIT));
  if (!input.success) throw new DomainError('invalid', 'learning.malformed-progress');
  const ctx = buildContext(services, { actor, lang: actor.lang, requestId: res.locals.requestId });
  answerJson(res, 200, await saveProgress(ctx, input.data));
};
