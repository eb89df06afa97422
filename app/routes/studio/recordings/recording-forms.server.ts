import { z } from 'zod';
import { removeChapter } from '~/domain/chapters/remove-chapter.server';
import { writeChapter } from '~/domain/chapters/write-chapter.server';
import { searchTechniques } from '~/domain/lexicon/search-techniques.server';
import { orderPackaging } from '~/domain/media/order-packaging.server';
import { editRecording } from '~/domain/recordings/edit-recording.server';
import { findOwnRecording, type OwnRecording } from '~/domain/recordings/find-own-recording.server';
import { publishRecording } from '~/domain/recordings/publish-recording.server';
import { withdrawRecording } from '~/domain/recordings/withdraw-recording.server';
import { cancelUpload } from '~/domain/uploads/cancel-upload.server';
import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { line, localDate, moment, optionalLine } from '~/platform/input';
import { type Done, form, type LoadArgs } from '~/web/handlers.server';
import { pagePath } from '~/web/paths';

/** The recording of the address, for those who prepare it. */
export async function recordingOf({ ctx, params }: LoadArgs): Promise<OwnRecording> {
  const recording = await findOwnRecording(ctx, { slug: params.recording ?? '' });
  if (!recording) throw new DomainError('not-found', 'media.no-such-recording');
  return recording;
}

/** Back to the page, with a word about what happened. */
export const done = ({ ctx, params }: LoadArgs, what: string): Done => ({
  redirectTo: pagePath(ctx.lang, `/studio/recordings/${encodeURIComponent(params.recording ?? '')}`),
  flash: what,
});

const texts = z.object({
  title_kk: optionalLine(200),
  title_ru: optionalLine(200),
  title_ja: optionalLine(200),
  title_en: optionalLine(200),
});

type Texts = z.infer<typeof texts>;

/** The languages that were filled in. */
function titleOf(sent: Texts): { [L in Lang]?: string } {
  const title: { [L in Lang]?: string } = {};
  for (const lang of LANGS) if (sent[`title_${lang}`] !== '') title[lang] = sent[`title_${lang}`];
  return title;
}

const audienceForm = z
  .object({
    who: z.enum(['public', 'account', 'enrolled', 'qualified']),
    course: z.uuid().optional(),
    level: z.uuid().optional(),
  })
  .superRefine(({ who, course, level }, check) => {
    if (who === 'enrolled' && !course)
      check.addIssue({ code: 'custom', path: ['course'], message: 'required', input: course });
    if (who === 'qualified' && !level)
      check.addIssue({ code: 'custom', path: ['level'], message: 'required', input: level });
  });

function audienceOf({ who, course = '', level = '' }: z.infer<typeof audienceForm>) {
  if (who === 'enrolled') return { kind: who, courseId: course };
  return who === 'qualified' ? { kind: who, levelId: level } : { kind: who };
}

/** The one technique that a name means, in whatever script it was written; null when none was. */
async function techniqueOf(ctx: Ctx, q: string): Promise<string | null> {
  if (q === '') return null;
  const [best] = await searchTechniques(ctx, { q, lang: ctx.lang, limit: 1 });
  if (best && (best.quality === 'exact' || best.quality === 'layout')) return best.id;
  throw new DomainError('invalid', 'media.no-such-technique', { field: 'technique' });
}

const none = z.object({});

/** The forms of a recording's page in the studio; each is one call into its domain. */
export const recordingForms = {
  edit: form({
    schema: texts,
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await editRecording(args.ctx, { recordingId, title: titleOf(args.input) });
      return done(args, 'recordings:studio.done.saved');
    },
  }),
  rights: form({
    schema: audienceForm.and(
      z.object({ credit: line(200), until: z.union([z.literal(''), localDate]).optional() }),
    ),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      const { credit, until } = args.input;
      const rights = { credit, audience: audienceOf(args.input), availableUntil: until || null };
      await editRecording(args.ctx, { recordingId, rights });
      return done(args, 'recordings:studio.done.saved');
    },
  }),
  'write-chapter': form({
    schema: texts.extend({
      before: z.coerce.number().int().min(0).optional(),
      start: moment,
      technique: optionalLine(100),
    }),
    async run(args) {
      const { ctx, input } = args;
      const { id: recordingId } = await recordingOf(args);
      const techniqueId = await techniqueOf(ctx, input.technique);
      const { before = null, start: startMs } = input;
      await writeChapter(ctx, { recordingId, before, startMs, techniqueId, title: titleOf(input) });
      return done(args, 'recordings:studio.done.chapter-written');
    },
  }),
  'remove-chapter': form({
    schema: z.object({ start: z.coerce.number().int().min(0) }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await removeChapter(args.ctx, { recordingId, startMs: args.input.start });
      return done(args, 'recordings:studio.done.chapter-removed');
    },
  }),
  publish: form({
    schema: z.object({ version: z.coerce.number().int().min(0) }),
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await publishRecording(args.ctx, { recordingId, seen: args.input.version });
      return done(args, 'recordings:studio.done.published');
    },
  }),
  withdraw: form({
    schema: none,
    async run(args) {
      const { id: recordingId } = await recordingOf(args);
      await withdrawRecording(args.ctx, { recordingId });
      return done(args, 'recordings:studio.done.withdrawn');
    },
  }),
  'cancel-upload': form({
    schema: z.object({ uploadId: z.uuid() }),
    async run(args) {
      await cancelUpload(args.ctx, args.input);
      return done(args, 'recordings:studio.done.cancelled');
    },
  }),
  'package-again': form({
    schema: none,
    async run(args) {
      const { assetId } = await recordingOf(args);
      await orderPackaging(args.ctx, { assetId });
      return done(args, 'uploads:again-done');
    },
  }),
};
