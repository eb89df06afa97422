// @ts-check
import fs from 'node:fs';
import http from 'node:http';
import { pipeline } from 'node:stream/promises';
import { compare } from './load.mjs';
import { printTable, size } from './print-table.mjs';
import { openSession } from './site.mjs';

/** @typedef {import('./site.mjs').BenchSite} BenchSite */

const MIB = 1024 * 1024;
/** What is sent, in bytes. */
const UPLOAD = { quick: 128 * MIB, whole: 2048 * MIB };
/** Memory is looked at so often, in milliseconds. */
const LOOK_MS = 100;

/** Resident memory in bytes; 0 where there is no /proc. @param {number} pid */
function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Runs the work and answers how far memory rose above where it stood. @param {number} pid @param {() => Promise<void>} work */
async function risen(pid, work) {
  const idle = memoryOf(pid);
  let highest = idle;
  const watch = setInterval(() => {
    highest = Math.max(highest, memoryOf(pid));
  }, LOOK_MS);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return highest - idle;
}

/** A stream of `bytes` that were made once. @param {number} bytes */
async function* zeroes(bytes) {
  const chunk = Buffer.alloc(256 * 1024, 7);
  for (let left = bytes; left > 0; left -= chunk.length)
    yield left < chunk.length ? chunk.subarray(0, left) : chunk;
}

/**
 * Sends a body as fast as it is taken; answers seconds.
 * @param {string} url @param {'PUT' | 'PATCH'} method @param {Record<string, string>} headers @param {number} bytes
 */
async function send(url, method, headers, bytes) {
  const begun = performance.now();
  const request = http.request(url, { method, headers: { ...headers, 'content-length': String(bytes) } });
  const answered = new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  await pipeline(zeroes(bytes), request);
  const response = /** @type {http.IncomingMessage} */ (await answered);
  response.resume();
  if ((response.statusCode ?? 500) >= 300) throw new Error(`${url} answers ${response.statusCode}`);
  return (performance.now() - begun) / 1000;
}

const TUS = { 'tus-resumable': '1.0.0' };

/** Begins an upload of the demo's instructor. @param {BenchSite} site @param {number} bytes @param {string} cookie */
async function begin({ url }, bytes, cookie) {
  const name = Buffer.from('bench.mp4').toString('base64');
  const answer = await fetch(`${url}/uploads`, {
    method: 'POST',
    headers: { ...TUS, cookie, 'upload-length': String(bytes), 'upload-metadata': `filename ${name}` },
  });
  if (answer.status !== 201) throw new Error(`An upload could not begin: ${answer.status}`);
  return new URL(answer.headers.get('location') ?? '', url).href;
}

/** @param {BenchSite} site @param {{ quick: boolean }} options */
async function benchUpload(site, { quick }) {
  const bytes = quick ? UPLOAD.quick : UPLOAD.whole;
  const { rows } = await site.client.query("SELECT id FROM account WHERE email = 'instructor@demo.test'");
  const cookie = await openSession(site.client, rows[0].id, 98);
  const sent = { ...TUS, cookie, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  const rates = [];
  for (let round = 0; round < 2; round += 1) {
    const address = await begin(site, bytes, cookie);
    let own = 0;
    const memory = await risen(site.pid, async () => {
      own = await send(address, 'PATCH', sent, bytes);
    });
    await fetch(address, { method: 'DELETE', headers: { ...TUS, cookie } });
    const bare = await send(`${site.baseline.url}/put`, 'PUT', {}, bytes);
    rates.push({ own: bytes / own, bare: bytes / bare, memory });
  }
  printTable(
    `Upload of ${size(bytes)} over loopback (tus) beside a streamed PUT into a file`,
    ['', 'MB/s', 'MB/s bare', 'ratio', 'memory above idle'],
    rates.map(({ own, bare, memory }, index) => [
      `round ${index + 1}`,
      (own / 1e6).toFixed(0),
      (bare / 1e6).toFixed(0),
      (own / bare).toFixed(2),
      size(memory),
    ]),
  );
}

/** The signed address of the one small file of a public recording, and where it lies. @param {BenchSite} site */
async function smallFile({ url, client, folder }) {
  const { rows } = await client.query(
    `SELECT r.slug, m.asset_id, m.packaging_version, m.path FROM recording r
     JOIN media_asset a ON a.id = r.asset_id
     JOIN media_rendition m ON m.asset_id = a.id AND m.packaging_version = a.packaging_version AND m.kind = 'single'
     WHERE r.audience->>'kind' = 'public' ORDER BY r.slug, m.path LIMIT 1`,
  );
  const [found] = rows;
  if (!found) throw new Error('No public recording is packaged');
  const page = await (await fetch(`${url}/ru/recordings/${found.slug}`)).text();
  const address = [...page.matchAll(/"(\/media\/[^"#]+)/g)]
    .map(([, one]) => one ?? '')
    .find((one) => one.endsWith(found.path));
  if (!address) throw new Error(`The page of ${found.slug} names no ${found.path}`);
  const file = `${folder}/storage/media/${found.asset_id}/${found.packaging_version}/${found.path}`;
  return { address: url + address, file };
}

/** @param {BenchSite} site @param {{ seconds: number, rounds: number }} effort */
async function benchServing(site, effort) {
  const { address, file } = await smallFile(site);
  const bytes = fs.statSync(file).size;
  const bareAddress = `${site.baseline.url}/file?path=${encodeURIComponent(file)}`;
  /** @type {Awaited<ReturnType<typeof compare>>} */
  let loads = [];
  const memory = await risen(site.pid, async () => {
    loads = await compare(
      [
        { url: address, pid: site.pid },
        { url: bareAddress, pid: site.baseline.pid },
      ],
      effort,
    );
  });
  const [own, bare] = loads;
  if (!own || !bare) return;
  printTable(
    `Serving one file of ${size(bytes)} by a signed address beside createReadStream().pipe on node:http`,
    ['', 'MB/s', 'MB/s bare', 'ratio', 'memory above idle', 'failed'],
    [
      [
        'whole file',
        ((own.perSecond * bytes) / 1e6).toFixed(0),
        ((bare.perSecond * bytes) / 1e6).toFixed(0),
        (own.perSecond / bare.perSecond).toFixed(2),
        size(memory),
        String(own.failed + bare.failed),
      ],
    ],
  );
}

/** Steps of recordings that the worker did not finish count as well: their programs did run. @param {BenchSite} site */
async function tellPackaging({ client, packaging }) {
  const { rows } = await client.query(
    `SELECT count(DISTINCT asset_id)::int AS clips,
       sum(extract(epoch FROM finished_at - started_at))::float AS seconds FROM packaging_step
     WHERE started_at >= $1 AND finished_at IS NOT NULL`,
    [packaging.since],
  );
  const [{ clips, seconds }] = rows;
  printTable(
    'Packaging the demo recordings beside the sum of the programs it runs',
    ['', 'seconds', 'programs alone', 'ratio'],
    [
      [
        `${clips} recordings`,
        seconds.toFixed(1),
        packaging.seconds.toFixed(1),
        (seconds / packaging.seconds).toFixed(2),
      ],
    ],
  );
}

/** @param {BenchSite} site @param {{ quick: boolean, effort: { seconds: number, rounds: number } }} options */
export async function benchMedia(site, { quick, effort }) {
  await tellPackaging(site);
  await benchServing(site, effort);
  await benchUpload(site, { quick });
}
