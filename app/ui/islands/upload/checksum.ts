/** The SHA-256 of a file, computed beside the page so that nothing stalls; null when it cannot be read. */
export function checksumOf(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' });
    const end = (sum: string | null) => {
      worker.terminate();
      resolve(sum);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => end(data));
    worker.addEventListener('error', () => end(null));
    worker.postMessage(file);
  });
}

/** Tells the server what was read: 'differs' when it has other bytes, null when it could not be told. */
export async function announce(uploadId: string, sha256: string): Promise<'told' | 'differs' | null> {
  const body = new URLSearchParams({ intent: 'checksum', uploadId, sha256, quiet: '1' });
  const sent = await fetch(location.href, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  if (!sent) return null;
  if (sent.status === 409) return 'differs';
  return sent.ok || sent.type === 'opaqueredirect' ? 'told' : null;
}
