// Answers the pages of verification from what the page itself has kept (app/ui/islands/verify) when there is no network.
// It keeps nothing, sends nothing and touches no other page.
const KEPT = 'verify';
const PATIENCE_MS = 10_000;
const ANSWER = /^\/(kk|ru|ja|en)\/verify(\/[^/]+)?\/?$/;
const SHORT = /^\/v\/([^/]+)$/;
/** Their names change with what is in them. */
const BUILT = /^\/assets\//;
const OTHER_FILE = /^\/fonts\/|^\/favicon/;

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
  if (serial) return newest ? Response.redirect(`/${newest}/verify/${serial}`) : undefined;
  const [, lang] = ANSWER.exec(pathname) ?? [];
  return (await cache.match(`/${lang}/verify`)) ?? (await cache.match(`/${newest}/verify`));
}

/** What is kept when the server is slow, away or broken; without that, whatever it says in the end. */
async function answer(request) {
  const pending = fetch(request);
  pending.catch(() => {});
  try {
    const fresh = await Promise.race([pending, later()]);
    if (fresh.status < 502 || fresh.status > 504) return fresh;
  } catch {}
  return (await fromKept(new URL(request.url).pathname).catch(() => undefined)) ?? pending;
}

const keptFile = async (request) => (await caches.open(KEPT)).match(request, { ignoreVary: true });

const builtFile = async (request) => (await keptFile(request)) ?? fetch(request);

async function otherFile(request) {
  try {
    return await fetch(request);
  } catch {
    return (await keptFile(request)) ?? Response.error();
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && (ANSWER.test(pathname) || SHORT.test(pathname)))
    event.respondWith(answer(request));
  else if (BUILT.test(pathname)) event.respondWith(builtFile(request));
  else if (OTHER_FILE.test(pathname)) event.respondWith(otherFile(request));
});
