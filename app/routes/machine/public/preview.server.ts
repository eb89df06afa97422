import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { isLang } from '~/i18n/locales';
import { DomainError } from '~/platform/errors';
import { drawPreview } from '~/platform/pictures/draw-preview.server';
import { buildContext } from '~/web/build-context.server';
import type { MachineHandler } from '../machine-handler';
import { previewWords } from './preview-words.server';

/** Pictures by their words, while they are asked for; some 50 KB each. */
const drawn = new LRUCache<string, Promise<Buffer>>({ max: 200 });

const pathOf = (rest: string): string | null => {
  const name = /^([\w\-/]{1,200})\.png$/.exec(rest)?.[1];
  if (name === undefined) return null;
  return name === 'home' ? '/' : `/${name}`;
};

/** `GET /previews/kk/courses/kuzushi.png`: the picture of that page, in its language. */
export const preview: MachineHandler = async (req, res, services) => {
  const { lang, 0: rest = '' } = req.params;
  const path = pathOf(rest);
  if (!isLang(lang) || path === null) throw new DomainError('not-found', 'shell.no-such-page');
  const words = await previewWords(
    buildContext(services, { actor: null, lang, requestId: res.locals.requestId }),
    path,
  );
  if (!words) throw new DomainError('not-found', 'shell.no-such-page');
  const key = createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22);
  const etag = `"${key}"`;
  res.set({
    'Cache-Control': 'public, max-age=86400',
    ETag: etag,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (req.get('if-none-match')?.includes(etag)) return void res.status(304).end();
  const picture = drawn.get(key) ?? drawPreview(words);
  drawn.set(key, picture);
  picture.catch(() => drawn.delete(key));
  res.type('image/png').send(await picture);
};
