import { randomBytes } from 'node:crypto';
import type { NewAsset, NewTrack } from './requests';

export const id = () => randomBytes(22).toString('base64url');

export type FakeTrack = {
  id: string;
  type: 'video' | 'audio' | 'text';
  status: 'preparing' | 'ready' | 'errored';
  language_code?: string;
  name?: string;
  passthrough?: string;
  primary?: boolean;
  text_source?: 'uploaded';
};

export type FakeAsset = {
  id: string;
  status: 'preparing' | 'ready' | 'errored';
  created_at: string;
  passthrough: string;
  playback_ids: { id: string; policy: string }[];
  tracks: FakeTrack[];
  static_renditions: {
    files: { name: string; ext: string; status: string; filesize?: string; height?: number }[];
  };
  duration?: number;
  max_stored_frame_rate?: number;
  errors?: { type: string; messages: string[] };
};

/** Something that Mux tells about, with the asset as it then was. */
export type FakeEvent = { id: string; type: string; data: Record<string, unknown> };

const fileOf = (resolution: string) =>
  resolution === 'audio-only'
    ? { name: 'audio.m4a', ext: 'm4a', status: 'preparing' }
    : { name: `${resolution}.mp4`, ext: 'mp4', status: 'preparing', height: Number.parseInt(resolution, 10) };

/** As the service answers a creation: everything is still to be made. */
export function newAsset(asked: NewAsset): FakeAsset {
  const [input] = asked.inputs;
  const sound = input?.language_code ? { language_code: input.language_code } : {};
  const named = input?.name ? { name: input.name } : {};
  return {
    ...{ id: id(), status: 'preparing', passthrough: asked.passthrough ?? '' },
    created_at: String(Math.floor(Date.now() / 1000)),
    playback_ids: (asked.playback_policies ?? []).map((policy) => ({ id: id(), policy })),
    tracks: [
      { id: id(), type: 'video', status: 'preparing' },
      { id: id(), type: 'audio', status: 'preparing', primary: true, ...sound, ...named },
    ],
    static_renditions: { files: (asked.static_renditions ?? []).map(({ resolution }) => fileOf(resolution)) },
  };
}

export function newTrack({ url: _url, ...asked }: NewTrack): FakeTrack {
  const { type, language_code, name = language_code } = asked;
  const mark = asked.type === 'text' ? { text_source: 'uploaded' as const } : {};
  const passthrough = 'passthrough' in asked && asked.passthrough ? { passthrough: asked.passthrough } : {};
  return { id: id(), type, language_code, name, status: 'preparing', ...mark, ...passthrough };
}
