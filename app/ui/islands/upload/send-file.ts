import { type DetailedError, Upload } from 'tus-js-client';
import { announce, checksumOf } from './checksum';
import { pacer } from './pace';
import type { Row } from './row';
import { fill, type UploadSettings } from './settings';

/** Bytes of one part: what may be sent twice after a break. */
const PART = 16 * 1024 * 1024;

/** A short break mends itself; after twenty minutes without network the page offers to go on. */
const RETRIES = [500, 1_000, 3_000, 5_000, 10_000, ...Array.from({ length: 40 }, () => 30_000)];

/** What the server said about a refused file, in the reader's language. */
function reasonOf(error: Error | DetailedError): string | null {
  const answer = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    const told: unknown = JSON.parse(answer ?? '');
    const message = (told as { error?: { message?: unknown } }).error?.message;
    return typeof message === 'string' ? message : null;
  } catch {
    return null;
  }
}

/** What the server refuses in words stays refused; a restart, a lock, another offset or a lost network pass by. */
function isPassing(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0;
  if (status < 500 && reasonOf(error) !== null) return false;
  return status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
}

type Told = {
  row: Row;
  settings: UploadSettings;
  /** The server knows of the upload. */
  onBegun: () => void;
  onEnd: (isWhole: boolean) => void;
};

/** The upload of one file, from wherever the server says that it stopped. */
function uploadOf(file: File, id: string, { row, settings, onBegun, onEnd }: Told): Upload {
  const { labels, organisation, asset, sound, upload: before, lang } = settings;
  const pace = pacer();
  return new Upload(file, {
    endpoint: '/uploads',
    ...(before ? { uploadUrl: `/uploads/${before.id}` } : {}),
    chunkSize: PART,
    retryDelays: RETRIES,
    storeFingerprintForResuming: false,
    metadata: {
      ...{ key: id, filename: file.name, lang },
      ...(asset ? { asset } : organisation ? { organisation } : {}),
      ...(sound ? { sound } : {}),
    },
    onUploadUrlAvailable: onBegun,
    onProgress: (done, all) => row.move(done, pace(performance.now(), done, all)),
    onShouldRetry: (error) => {
      const passes = isPassing(error);
      if (passes && !navigator.onLine) row.say(labels.offline ?? '', true);
      return passes;
    },
    onError(error) {
      row.say(reasonOf(error) ?? labels.failed ?? '', true);
      row.offer('resume');
      onEnd(false);
    },
    onSuccess() {
      row.say(labels.arrived ?? '');
      row.offer('none');
      onEnd(true);
    },
  });
}

/** Sends one file; `onWhole`: all bytes are there. The answer tells whether it is on its way. */
export function sendFile(file: File, row: Row, settings: UploadSettings, onWhole: () => void): () => boolean {
  const id = settings.upload?.id ?? crypto.randomUUID();
  let isRunning = true;
  const onEnd = (isWhole: boolean) => {
    isRunning = false;
    if (isWhole) onWhole();
  };
  let onBegun = () => {};
  const begun = new Promise<void>((resolve) => {
    onBegun = resolve;
  });
  const upload = uploadOf(file, id, { row, settings, onBegun, onEnd });
  const toggle = () => {
    isRunning = !isRunning;
    row.offer(isRunning ? 'pause' : 'resume');
    if (isRunning) upload.start();
    else void upload.abort().then(() => row.say(settings.labels.paused ?? ''));
  };
  row.onPress(toggle);
  upload.start();
  void tellChecksum(file, id, { row, settings, begun });
  return () => isRunning;
}

/** The file is read once beside the upload; its checksum is shown and told, and told again until it arrives. */
async function tellChecksum(
  file: File,
  id: string,
  { row, settings: { labels }, begun }: { row: Row; settings: UploadSettings; begun: Promise<void> },
): Promise<void> {
  row.showChecksum(labels.hashing ?? '');
  const sum = await checksumOf(file);
  if (!sum) return row.showChecksum('');
  row.showChecksum(fill(labels.checksum, { sum }) || sum);
  await begun;
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await announce(id, sum);
    if (answer === 'differs') row.say(labels.differs ?? '', true);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, tries < 10 ? 700 : 5_000));
  }
}
