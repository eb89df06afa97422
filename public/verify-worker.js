// Answers the pages of verification from what the page itself has kept (app/ui/islands/verify) when there is no network.
// It keeps nothing, sends nothing and touches no other page.
const KEPT = 'verify';
const PATIENCE_MS = 10_000;
const ANSWER = /^\/(kk|ru|ja|en)\/verify(\/[^/]+)?\/?$/;
const SHORT = /^\/v\/([^/]+)$/;
const FILE = /^\/(assets|fonts)\/|^\/favicon/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const later = () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('slow')), PATIENCE_MS));

/** The languages whose page is kept, the newest last. */
async function keptLanguages(cache) {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return paths.flatMap((path) => /^\/(kk|ru|ja|en)\/verify$/.exec(path)?.[1] ?? []);
}

async function fromKept(pathname) {
  const cache = await caches.open(KEPT);
  const newest = (await keptLanguages(cache)).at(-1);
  const [, serial] = SHORT.exec(pathname) ?? [];
  if (serial) return newest ? Response.redirect(`/${newest}/verify/${serial}`) : Response.error();
  const [, lang] = ANSWER.exec(pathname) ?? [];
  return (await cache.match(`/${lang}/verify`)) ?? (await cache.match(`/${newest}/verify`)) ?? Response.error();
}

async function answer(request) {
  const { pathname } = new URL(request.url);
  try {
    const fresh = await Promise.race([fetch(request), later()]);
    return fresh.status >= 502 && fresh.status <= 504 ? fromKept(pathname) : fresh;
  } catch {
    return fromKept(pathname);
  }
}

async function file(request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (ANSWER.test(pathname) || SHORT.test(pathname)))
    event.respondWith(answer(request));
  else if (FILE.test(pathname)) event.respondWith(file(request));
});
