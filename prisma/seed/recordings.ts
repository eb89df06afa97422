import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { replaceTrack } from '~/domain/captions/replace-track.server';
import { setChapters } from '~/domain/chapters/set-chapters.server';
import { registerMaster } from '~/domain/media/register-master.server';
import { createRecording } from '~/domain/recordings/create-recording.server';
import { findOwnRecording } from '~/domain/recordings/find-own-recording.server';
import { publishRecording } from '~/domain/recordings/publish-recording.server';
import { authored, localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { drawnClip } from './demo-clips/drawn-clip';
import { demoAudioTracks } from './demo-clips/make-demo-clip';
import { readData } from './read-data';

const CLIPS = ['safe-hall', 'first-five-minutes', 'tai-sabaki', 'kuzushi'] as const;

const texts = z.object({ en: z.string(), ru: z.string(), kk: z.string(), ja: z.string() });

const clipFile = z.object({
  id: z.string(),
  title: localizedText,
  durationMs: z.number(),
  cues: z.array(
    z.object({
      startMs: z.number(),
      endMs: z.number(),
      text: texts,
    }),
  ),
  chapters: z.array(z.object({ startMs: z.number(), title: texts })),
});
/** Clips that everybody may watch; the others need an account. */
const PUBLIC: ReadonlySet<string> = new Set(['tai-sabaki', 'kuzushi']);

type Clip = z.infer<typeof clipFile>;

const CREDIT = authored(
  'en',
  {
    en: 'Shihan, own drawings',
    ru: 'Shihan, собственные рисунки',
    kk: 'Shihan, өз суреттері',
    ja: '師範(自作図)',
  },
  ['kk', 'ja'],
);

/**
 * Draws the demo recordings, registers them and orders their packaging; ones that exist are left alone. Answers the
 * recording ids by clip.
 */
export async function seedRecordings(ctx: Ctx, organisationId: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of CLIPS) {
    const known = await findOwnRecording(ctx, { slug: name });
    ids.set(name, known?.id ?? (await make(ctx, name, organisationId)));
  }
  return ids;
}

async function make(ctx: Ctx, name: string, organisationId: string): Promise<string> {
  const clip = await readData(`captions/${name}.json`, clipFile);
  if (!clip) throw new Error(`The demo clip ${name} is missing`);
  const master = await drawnClip(clip, { ffmpeg: ctx.config.ffmpegPath });
  const audioTracks = demoAudioTracks.map(({ lang, label }) => ({ lang, label }));
  const { assetId } = await registerMaster(ctx, { audioTracks, content: createReadStream(master) });
  await writeCaptions(ctx, clip, assetId);
  const { recordingId } = await createRecording(ctx, {
    slug: name,
    organisationId,
    assetId,
    title: clip.title,
    credit: CREDIT,
    audience: { kind: PUBLIC.has(name) ? 'public' : 'account' },
    availableUntil: null,
  });
  await setChapters(ctx, { recordingId, chapters: chaptersOf(clip) });
  await publishRecording(ctx, { recordingId });
  return recordingId;
}

const chaptersOf = ({ chapters }: Clip) =>
  chapters.map(({ startMs, title }) => ({
    startMs,
    title: authored('en', title, ['kk', 'ja']),
    techniqueId: null,
  }));

async function writeCaptions(ctx: Ctx, clip: Clip, assetId: string): Promise<void> {
  for (const lang of LANGS) {
    const origin = lang === 'kk' || lang === 'ja' ? 'machine' : 'author';
    const cues = clip.cues.map(({ startMs, endMs, text }) => ({ startMs, endMs, text: text[lang] }));
    await replaceTrack(ctx, { assetId, lang, origin, cues });
  }
}
