import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

type Encoding = 'br' | 'gzip';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

const pack = (content: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      })
    : gz(content, { level: 9 });

/** Built files compressed once and kept: their names change with their content. What it does not know goes on. */
export function packedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Buffer>();
  return async (req, res, next) => {
    const [name, ending = ''] = /^\/[\w-]+(?:\.[\w-]+)*\.(css|js)$/.exec(req.path) ?? [];
    const encoding = req.acceptsEncodings('br') ? 'br' : req.acceptsEncodings('gzip') ? 'gzip' : null;
    if (!name || !encoding || (req.method !== 'GET' && req.method !== 'HEAD')) return next();
    const key = `${encoding}${name}`;
    const known = kept.get(key);
    const content = known ?? (await readFile(`${folder}${name}`).catch(() => null));
    if (!content) return next();
    const body = known ?? (await pack(content, encoding));
    kept.set(key, body);
    res.set({
      'Content-Type': TYPES[ending],
      'Content-Encoding': encoding,
      'Content-Length': String(body.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    res.status(200).end(req.method === 'HEAD' ? undefined : body);
  };
}
