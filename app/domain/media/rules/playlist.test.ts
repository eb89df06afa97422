import { describe, expect, it } from 'vitest';
import {
  captionPlaylist,
  h264Codec,
  headerOf,
  type MasterVideo,
  masterPlaylist,
  rateOf,
  segmentsOf,
  withCaptions,
} from './playlist';

const index = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MAP:URI="init.mp4"
#EXTINF:4.000000,
00000.m4s
#EXTINF:2.080000,
00001.m4s
#EXT-X-ENDLIST
`;

const video: MasterVideo = {
  uri: 'v240/index.m3u8',
  width: 426,
  height: 240,
  framesPerSecond: 12.5,
  codec: 'avc1.4d4015',
  rate: { peak: 100_000, average: 60_000 },
};
const audio = (lang: string, label: string) => ({
  uri: `a-${lang}/index.m3u8`,
  lang,
  label,
  rate: { peak: 66_000, average: 64_000 },
});

describe('playlist', () => {
  it('reads segments', () => {
    expect(segmentsOf(index)).toEqual([
      { uri: '00000.m4s', seconds: 4 },
      { uri: '00001.m4s', seconds: 2.08 },
    ]);
    expect(headerOf(index)).toBe('init.mp4');
    expect(headerOf('#EXTM3U')).toBeNull();
  });

  it('takes the rate of the fullest whole segment', () => {
    expect(
      rateOf([
        { seconds: 4, bytes: 40_000 },
        { seconds: 4, bytes: 20_000 },
        { seconds: 0.2, bytes: 9_000 },
      ]),
    ).toEqual({ peak: 80_000, average: 67_318 });
    expect(rateOf([])).toEqual({ peak: 0, average: 0 });
  });

  it('names the codec from the decoder record', () => {
    const header = Uint8Array.from([0, 0, ...Buffer.from('avcC'), 1, 0x4d, 0x40, 0x1e, 0xff]);
    expect(h264Codec(header)).toBe('avc1.4d401e');
    expect(h264Codec(Uint8Array.from([1, 2, 3]))).toBeNull();
  });

  it('offers every sound with every quality, the first by default', () => {
    const master = masterPlaylist([video], [audio('ja', '日本語'), audio('ru', 'Русский "синхрон"')]);
    expect(master).toContain('NAME="日本語",LANGUAGE="ja",DEFAULT=YES');
    expect(master).toContain('NAME="Русский  синхрон ",LANGUAGE="ru",DEFAULT=NO');
    expect(master).toContain('BANDWIDTH=166000,AVERAGE-BANDWIDTH=124000,CODECS="avc1.4d4015,mp4a.40.2"');
    expect(master).toContain('AUDIO="sound"\nv240/index.m3u8\n');
  });

  it('works without sound', () => {
    expect(masterPlaylist([video], [])).toContain(
      'CODECS="avc1.4d4015",RESOLUTION=426x240,FRAME-RATE=12.500\n',
    );
  });

  it('adds captions with relative addresses', () => {
    const master = withCaptions(masterPlaylist([video, video], [audio('ja', '日本語')]), [
      { lang: 'kk', label: 'Қазақша' },
    ]);
    expect(master.match(/SUBTITLES="captions"/g)).toHaveLength(2);
    expect(master.match(/TYPE=SUBTITLES/g)).toHaveLength(1);
    expect(master).toContain('URI="captions/kk.m3u8"');
    expect(master.indexOf('TYPE=SUBTITLES')).toBeLessThan(master.indexOf('#EXT-X-STREAM-INF'));
    expect(withCaptions(master, [])).toBe(master);
  });

  it('wraps a caption file', () => {
    expect(captionPlaylist('ru', 44_500)).toContain('#EXT-X-TARGETDURATION:45');
    expect(captionPlaylist('ru', 44_500)).toContain('#EXTINF:44.500,\nru.vtt\n');
  });
});
