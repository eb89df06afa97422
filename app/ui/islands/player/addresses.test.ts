import { expect, it } from 'vitest';
import { addressBook, namedAddresses } from './addresses';

const page = 'https://shihan.example/ru/learn/x/1';
const local = (token: string) =>
  namedAddresses({
    hls: `/media/${token}/asset/master.m3u8`,
    poster: `/media/${token}/asset/poster.jpg`,
    storyboard: `/media/${token}/asset/storyboard.vtt`,
    singles: ['ja', 'ru'].map((lang) => ({ lang, url: `/media/${token}/asset/single-${lang}.mp4` })),
    audios: [],
  });
const mux = (signature: string) =>
  namedAddresses({
    hls: `https://stream.mux.com/id.m3u8?token=${signature}`,
    poster: `https://image.mux.com/id/thumbnail.jpg?token=${signature}`,
    storyboard: null,
    singles: [{ lang: 'ja', url: `https://stream.mux.com/id/270p.mp4?token=${signature}` }],
    audios: [],
  });

it('renews our own addresses by their token, segments too', () => {
  const book = addressBook(local('one'), 'one', page);
  book.renew('two');
  expect(book.current('/media/one/asset/single-ru.mp4')).toBe('/media/two/asset/single-ru.mp4');
  expect(book.current('https://shihan.example/media/one/asset/v240/seg-1.m4s')).toBe(
    'https://shihan.example/media/two/asset/v240/seg-1.m4s',
  );
});

it("exchanges a service's signatures and leaves its segments alone", () => {
  const book = addressBook(mux('one'), 'token', page);
  book.renew('token', mux('two'));
  expect(book.current('https://stream.mux.com/id.m3u8?token=one')).toContain('token=two');
  book.renew('token', mux('three'));
  expect(book.current('https://stream.mux.com/id/270p.mp4?token=two')).toContain('token=three');
  const segment = 'https://chunk.mux.com/media/one/seg-1.m4s?skid=default';
  expect(book.current(segment)).toBe(segment);
});

it('finds a recording again that moved, there and back', () => {
  const book = addressBook(local('one'), 'one', page);
  book.renew('two', mux('a'));
  expect(book.current('/media/one/asset/master.m3u8')).toBe('https://stream.mux.com/id.m3u8?token=a');
  expect(book.current('/media/one/asset/single-ru.mp4')).toContain('/270p.mp4?token=a');
  expect(book.current('/media/one/asset/captions/ru.vtt')).toBe('/media/two/asset/captions/ru.vtt');
  book.renew('three', local('three'));
  expect(book.current('https://stream.mux.com/id/270p.mp4?token=a')).toBe('/media/three/asset/single-ja.mp4');
  book.renew('four');
  expect(book.current('/media/one/asset/master.m3u8')).toBe('/media/four/asset/master.m3u8');
});
