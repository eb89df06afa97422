import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DemoClip } from './clip';
import { makeDemoClip } from './make-demo-clip';

/** The process runs in the project's folder. */
const SOURCES = resolve('prisma/seed/demo-clips');
const KEPT = resolve('node_modules/.cache/shihan/demo-clips');

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/** Changes with the clip and with everything that draws it. */
async function markOf(clip: DemoClip): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(clip));
  const names = await readdir(SOURCES, { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.ts')).sort())
    hash.update(name).update(await readFile(join(SOURCES, name)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Path of one demo recording (MP4, see `makeDemoClip`). Drawing takes many seconds, so what was drawn once is kept until
 * the drawings change.
 */
export async function drawnClip(clip: DemoClip, { ffmpeg }: { ffmpeg: string }): Promise<string> {
  const file = join(KEPT, `${clip.id}-${await markOf(clip)}.mp4`);
  if (await exists(file)) return file;
  await mkdir(KEPT, { recursive: true });
  const draft = join(KEPT, `${clip.id}.${process.pid}.mp4`);
  try {
    await makeDemoClip(clip, draft, { ffmpeg });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
  return file;
}
