import type { ToolLabel } from '~/ui/islands/player/settings';
import type { View } from '~/ui/kit/use-t';

type Words = Pick<View, 't'>;

const playbackWords = ({ t }: Words) => ({
  play: t('media:tools.play'),
  pause: t('media:tools.pause'),
  seek: t('media:tools.seek'),
  time: t('media:tools.time', { now: '{now}', all: '{all}' }),
  playing: t('media:tools.playing'),
  sound: t('media:tools.sound'),
  screen: t('media:tools.screen'),
  'frame-back': t('media:tools.frame-back'),
  'frame-forward': t('media:tools.frame-forward'),
  frame: t('media:tools.frame', { frame: '{frame}', time: '{time}' }),
  mirror: t('media:tools.mirror'),
  mirrored: t('media:tools.mirrored'),
  'not-mirrored': t('media:tools.not-mirrored'),
  mute: t('media:tools.mute'),
  unmute: t('media:tools.unmute'),
  'picture-in-picture': t('media:tools.picture-in-picture'),
  'full-screen': t('media:tools.full-screen'),
  chapters: t('media:tools.chapters'),
  'speed-now': t('media:tools.speed-now', { rate: '{rate}' }),
});

const loopWords = ({ t }: Words) => ({
  loop: t('media:tools.loop'),
  'set-a': t('media:tools.set-a'),
  'set-b': t('media:tools.set-b'),
  'clear-loop': t('media:tools.clear-loop'),
  'loop-start': t('media:tools.loop-start'),
  'loop-end': t('media:tools.loop-end'),
  'loop-hint': t('media:tools.loop-hint'),
  'loop-on': t('media:tools.loop-on', { a: '{a}', b: '{b}' }),
  'a-is-set': t('media:tools.a-is-set', { a: '{a}' }),
  'b-is-set': t('media:tools.b-is-set', { b: '{b}' }),
  'loop-off': t('media:tools.loop-off'),
  link: t('media:tools.link'),
  'link-short': t('media:tools.link-short'),
  'link-copied': t('media:tools.link-copied'),
  'link-copied-here': t('media:tools.link-copied-here'),
});

const keysWords = ({ t }: Words) => ({
  keys: t('media:tools.keys'),
  'keys-note': t('media:tools.keys-note'),
  space: t('media:tools.space'),
  toggle: t('media:tools.toggle'),
  'seek-back': t('media:tools.seek-back'),
  'seek-forward': t('media:tools.seek-forward'),
  slower: t('media:tools.slower'),
  faster: t('media:tools.faster'),
  captions: t('media:tools.captions'),
  'chapter-back': t('media:tools.chapter-back'),
  'chapter-forward': t('media:tools.chapter-forward'),
  help: t('media:tools.help'),
});

/** The words of the player's controls; what stands in braces is filled in by the browser. */
export const toolsOf = (words: Words): Record<ToolLabel, string> => ({
  ...playbackWords(words),
  ...loopWords(words),
  ...keysWords(words),
});
