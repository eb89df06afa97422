// @ts-check
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { createElement as h } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

/**
 * What the app is measured against: plain node:http with nothing around it. One process, the same pool as the app.
 * Its port comes back over the channel to the parent.
 */

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

/** A page of `items` elements and about `bytes` bytes of HTML. @param {number} items @param {number} bytes */
function page(items, bytes) {
  const word = 'учи-коми '.repeat(200);
  const each = Math.max(1, Math.floor((bytes - 200) / items) - 24);
  const rows = Array.from({ length: items }, (_each, index) =>
    h(
      'p',
      { key: index, className: 'item' },
      Buffer.from(word)
        .subarray(0, each)
        .toString('utf8')
        .replace(/\ufffd/g, ''),
    ),
  );
  return h('html', { lang: 'ru' }, h('head', null, h('title', null, 'x')), h('body', null, rows));
}

/** @param {import('node:http').ServerResponse} res @param {URL} url */
function render(res, url) {
  const stream = renderToPipeableStream(
    page(Number(url.searchParams.get('items')), Number(url.searchParams.get('bytes'))),
    {
      onAllReady() {
        res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        stream.pipe(res);
      },
    },
  );
}

const UPSERT = {
  name: 'upsert',
  text: `INSERT INTO bench_progress AS p (person, lesson, watched, position_sec, updated_at)
    VALUES ($1, $2, $3::int4multirange, $4, now())
    ON CONFLICT (person, lesson) DO UPDATE
    SET watched = p.watched + excluded.watched, position_sec = excluded.position_sec, updated_at = excluded.updated_at
    RETURNING upper(p.watched) AS seconds`,
};

/** @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res @param {URL} url */
async function progress(req, res, url) {
  let text = '';
  for await (const chunk of req) text += chunk;
  const { lessonId, intervals, position } = JSON.parse(text);
  const watched = `{${intervals.map((/** @type {number[]} */ [from, to]) => `[${from},${to})`).join(',')}}`;
  const { rows } = await pool.query({
    ...UPSERT,
    values: [url.searchParams.get('person'), lessonId, watched, position],
  });
  res.writeHead(200, { 'content-type': 'application/json' });
  res.end(JSON.stringify(rows[0]));
}

/** @param {import('node:http').ServerResponse} res @param {URL} url */
async function credential(res, url) {
  const { rows } = await pool.query({
    name: 'credential',
    text: 'SELECT * FROM credential WHERE serial = $1',
    values: [url.pathname.slice('/credential/'.length)],
  });
  res.writeHead(rows[0] ? 200 : 404, { 'content-type': 'application/json' });
  res.end(JSON.stringify(rows[0] ?? null));
}

/** @param {import('node:http').ServerResponse} res @param {URL} url */
async function document(res, url) {
  const { rows } = await pool.query({
    name: 'document',
    text: 'SELECT id, kind, path, title FROM search_document WHERE id = $1',
    values: [url.pathname.slice('/document/'.length)],
  });
  res.writeHead(rows[0] ? 200 : 404, { 'content-type': 'application/json' });
  res.end(JSON.stringify(rows[0] ?? null));
}

/** Takes a body into a file. @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res */
async function put(req, res) {
  const file = path.join(os.tmpdir(), `shihan-bench-put-${process.pid}`);
  await pipeline(req, createWriteStream(file));
  await rm(file, { force: true });
  res.writeHead(204).end();
}

/** @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res @param {URL} url */
function answer(req, res, url) {
  if (url.pathname === '/put') return put(req, res);
  if (url.pathname === '/progress') return progress(req, res, url);
  return url.pathname.startsWith('/document/') ? document(res, url) : credential(res, url);
}

const server = createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://localhost');
  if (url.pathname === '/render') return render(res, url);
  if (url.pathname === '/file') return createReadStream(url.searchParams.get('path') ?? '').pipe(res);
  answer(req, res, url).catch(() => res.writeHead(500).end());
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.once('disconnect', () => process.exit(0));
