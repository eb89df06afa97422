import { createSHA256 } from 'hash-wasm';

/** Reads the file it is sent once and answers its SHA-256 as hex; null when the file can no longer be read. */
addEventListener('message', async ({ data }: MessageEvent<File>) => {
  try {
    const hash = await createSHA256();
    const reader = data.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) hash.update(part.value);
    postMessage(hash.digest('hex'));
  } catch {
    postMessage(null);
  }
});
