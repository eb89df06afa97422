import { type ChangedTrack, changeCues } from '~/domain/captions/change-cues.server';
import { saveCueBody, saveCueForm } from '~/domain/captions/inputs';
import { findOwnRecording } from '~/domain/recordings/find-own-recording.server';
import { isLang } from '~/i18n/locales';
import { type Translate, translator } from '~/i18n/translate';
import { DomainError, httpStatus, isDomainError, messageKey } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import { actorOf } from '~/web/current-actor.server';
import { describe } from '~/web/read-form.server';
import { readJson } from '~/web/read-json.server';
import type { MachineHandler } from './machine-handler';

/** A cue and its fields, however they are escaped. */
const BODY_LIMIT = 32_000;

/** What stands beside a saved cue, in words. */
function answerOf({ saved, changeId, revision }: ChangedTrack, t: Translate) {
  if (!saved) return { changeId, revision };
  const { cue, filled, cues } = saved;
  const params = { speed: cue.speed };
  return {
    ...{ changeId, revision, version: cue.version, startMs: cue.startMs, endMs: cue.endMs },
    speed: t('captions:cue.speed', params),
    warnings: cue.warnings.map((code) => t(`captions:warning.${code}`, params)),
    missing: cue.missing.map(({ source, target }) => t('captions:cue.missing', { source, target })),
    progress: t('captions:track.progress', { done: filled, total: cues }),
  };
}

/**
 * One cue of an editor's page: `{ recording, lang, side, cueId, version, start, end, text }`, times as typed. Answers
 * what stands beside it now; 409 with the cue as it is stored when somebody else changed it meanwhile.
 */
export const captionCue: MachineHandler = async (req, res, services) => {
  const actor = await actorOf(req, services);
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const body = saveCueBody.safeParse(await readJson(req, BODY_LIMIT));
  if (!body.success) throw new DomainError('invalid', 'captions.malformed-cue');
  const lang = isLang(req.query.lang) ? req.query.lang : actor.lang;
  const t = translator(lang);
  const reply = (status: number, answer: object) =>
    void res.status(status).set('Cache-Control', 'no-store').json(answer);
  const fields = saveCueForm.safeParse(body.data);
  if (!fields.success) {
    const message = fields.error.issues.map((issue) => describe(issue, t)).join(' ');
    return reply(422, { error: { code: 'captions.malformed-cue', message } });
  }
  const ctx = buildContext(services, { actor, lang, requestId: res.locals.requestId });
  const found = await findOwnRecording(ctx, { slug: body.data.recording });
  if (!found) throw new DomainError('not-found', 'captions.no-such-recording');
  const { cueId, version, start, end, text } = fields.data;
  const change = { kind: 'save' as const, cueId, version, startMs: start, endMs: end, text };
  const { assetId } = found;
  try {
    const made = await changeCues(ctx, { assetId, lang: body.data.lang, side: body.data.side, change });
    reply(200, answerOf(made, t));
  } catch (error) {
    if (!isDomainError(error) || error.kind !== 'conflict') throw error;
    const { code, extras } = error;
    reply(httpStatus(error.kind), {
      error: { code, message: t.dynamic(messageKey(code)) },
      stored: extras.params ?? null,
    });
  }
};
