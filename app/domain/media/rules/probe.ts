import { z } from 'zod';

/** What a master really holds, by its content. Sizes are as shown (after rotation), times in milliseconds. */
export interface ProbedMaster {
  durationMs: number;
  width: number;
  height: number;
  framesPerSecond: number;
  audioLangs: (string | null)[];
}

/** Why a master cannot be packaged: codes of `media:errors.<code>`. */
export type ProbeRefusal = 'master-unreadable' | 'master-without-picture' | 'master-too-short';

/** Containers a master may come in; playlists and other formats that refer to further files are not among them. */
export const masterFormats = ['mov', 'mp4', 'matroska', 'webm', 'mpegts', 'mpeg', 'avi', 'mxf'];

const text = z.string();
const streamSchema = z.object({
  codec_type: text.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: text.optional(),
  avg_frame_rate: text.optional(),
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  tags: z.object({ language: text.optional() }).optional(),
  side_data_list: z.array(z.looseObject({ rotation: z.number().optional() })).optional(),
});
const probeSchema = z.object({
  format: z.object({ duration: text.optional() }),
  streams: z.array(streamSchema),
});
type ProbedStream = z.infer<typeof streamSchema>;

const langOfTag: Record<string, string> = {
  jpn: 'ja',
  rus: 'ru',
  kaz: 'kk',
  eng: 'en',
  ja: 'ja',
  ru: 'ru',
  kk: 'kk',
  en: 'en',
};

const ratio = (value: string | undefined, separator: string): number => {
  const [above = 0, below = 0] = (value ?? '').split(separator).map(Number);
  return above > 0 && below > 0 ? above / below : Number.NaN;
};

function shownSize(stream: ProbedStream): { width: number; height: number } {
  const aspect = ratio(stream.sample_aspect_ratio, ':');
  const width = Math.round((stream.width ?? 0) * (Number.isNaN(aspect) ? 1 : aspect));
  const height = stream.height ?? 0;
  const turned = stream.side_data_list?.some((side) => Math.abs(side.rotation ?? 0) % 180 === 90) ?? false;
  return turned ? { width: height, height: width } : { width, height };
}

/** Reads the JSON of `ffprobe -show_format -show_streams`. */
export function readProbe(json: string): ProbedMaster | { refused: ProbeRefusal } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { refused: 'master-unreadable' };
  }
  const probe = probeSchema.safeParse(parsed);
  if (!probe.success) return { refused: 'master-unreadable' };
  const { streams, format } = probe.data;
  const video = streams.find((stream) => stream.codec_type === 'video' && !stream.disposition?.attached_pic);
  const size = video ? shownSize(video) : { width: 0, height: 0 };
  if (!video || size.width < 2 || size.height < 2) return { refused: 'master-without-picture' };
  const durationMs = Math.round(Number(format.duration) * 1000);
  if (!(durationMs >= 1000)) return { refused: 'master-too-short' };
  const audioLangs = streams
    .filter((stream) => stream.codec_type === 'audio')
    .map((stream) => langOfTag[stream.tags?.language ?? ''] ?? null);
  return { durationMs, ...size, framesPerSecond: ratio(video.avg_frame_rate, '/'), audioLangs };
}
