import { KEPT } from './kit';

const WORKER = '/verify-worker.js';

/** Files of this build that the page has loaded. */
const loaded = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(
        ({ origin, pathname }) => origin === location.origin && /^\/(assets|fonts|favicon)/.test(pathname),
      )
      .map(({ pathname }) => pathname),
  ),
];

const isOldFile = ({ pathname }: URL): boolean => !pathname.startsWith('/api/');

/** Keeps the page of this language, without anything of a person, and its files; those of an older build go. */
async function keep(lang: string): Promise<void> {
  const cache = await caches.open(KEPT);
  const files = loaded();
  const known = await Promise.all(files.map((file) => cache.match(file)));
  const missing = files.filter((_file, at) => !known[at]);
  if (missing.some((file) => file.endsWith('.css')))
    for (const { url } of await cache.keys()) if (isOldFile(new URL(url))) await cache.delete(url);
  const page = new Request(`/${lang}/verify`, { credentials: 'omit', cache: 'no-store' });
  await cache.addAll([...(missing.some((file) => file.endsWith('.css')) ? files : missing), page]);
}

/** Makes the pages of verification work on this device without network from now on; false where it cannot be. */
export async function keepPage(lang: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false;
  try {
    const [{ prepare }, { prepareReader }] = [await import('./judge-code'), await import('./read-photo')];
    await prepare();
    await prepareReader();
    await navigator.serviceWorker.register(WORKER);
    await keep(lang);
    return true;
  } catch {
    return false;
  }
}
