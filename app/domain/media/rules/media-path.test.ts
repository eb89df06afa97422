import { describe, expect, it } from 'vitest';
import { parseMediaPath } from './media-path';

const none = new URLSearchParams();

describe('media path', () => {
  it('knows packaged files by their type', () => {
    expect(parseMediaPath('v240/00001.m4s', none)).toEqual({
      kind: 'file',
      path: 'v240/00001.m4s',
      contentType: 'video/iso.segment',
    });
    expect(parseMediaPath('single-ja.mp4', none)).toMatchObject({ contentType: 'video/mp4' });
    expect(parseMediaPath('audio-ru.m4a', none)).toMatchObject({ contentType: 'audio/mp4' });
    expect(parseMediaPath('poster.jpg', none)).toMatchObject({ contentType: 'image/jpeg' });
  });

  it('knows the master playlist and the captions it should name', () => {
    const query = new URLSearchParams({ captions: 'ru,kk,ru,../x,' });
    expect(parseMediaPath('master.m3u8', query)).toEqual({ kind: 'master', captionLangs: ['ru', 'kk'] });
    expect(parseMediaPath('captions/kk.vtt', none)).toEqual({ kind: 'caption-text', lang: 'kk' });
    expect(parseMediaPath('captions/kk.m3u8', none)).toEqual({ kind: 'caption-playlist', lang: 'kk' });
  });

  it.each([
    '',
    '/',
    '../secret.mp4',
    'v240/../../x.mp4',
    '%2e%2e/x.mp4',
    'a/b/c.mp4',
    '/etc/passwd',
    'v240\\x.mp4',
    'x.mp4\0.jpg',
    'x.html',
    '.mp4',
    'captions/../ru.vtt',
    'x.mp4/',
  ])('serves nothing at %j', (path) => {
    expect(parseMediaPath(path, none)).toBeNull();
  });
});
