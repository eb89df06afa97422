import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import express from 'express';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { replaceTrack } from '~/domain/captions/replace-track.server';
import { addPerson } from '~/domain/consents/add-person.server';
import { listPersons } from '~/domain/consents/list-persons.server';
import { recordConsent } from '~/domain/consents/record-consent.server';
import { getPlayback } from '~/domain/media/get-playback.server';
import { registerMaster } from '~/domain/media/register-master.server';
import { settleAssets } from '~/domain/media/settle-assets.server';
import type { PlaybackSource } from '~/domain/media/types';
import { createRecording } from '~/domain/recordings/create-recording.server';
import { publishRecording } from '~/domain/recordings/publish-recording.server';
import { authored } from '~/i18n/content';
import { newId } from '~/platform/ids';
import { media } from '~/routes/machine/media.server';
import { muxEvent } from '~/routes/machine/webhooks/mux-event.server';
import { machine } from '~/web/http/machine.server';
import type { FakeAsset, FakeEvent } from '../../fakes/mux-server/assets';
import { type MuxFake, muxFake } from '../../fakes/mux-server/server';
import { sendEvent } from '../../fakes/mux-server/webhooks';
import { openWorld, type TestWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { organisation, person } from '../learning/study-world';
import { makeMaster } from './masters';
import { type Model, makeModel, playAs } from './packaged-copies';

/** Words that must never reach the service; every request to it is searched for them. */
export const SECRETS = ['Динара', 'Касымова', 'Тарихи', '田中', 'Учи-мата', 'kasymova', '@example'];

/** What the file itself says of where it was recorded. */
export const PLACE = '+43.2380+076.9450/';

export type Published = { assetId: string; recordingId: string; personIds: string[] };

export type MuxWorld = TestWorld & {
  fake: MuxFake;
  /** A published recording with two sounds; everybody who is shown agreed, unless told otherwise. */
  recording(facts?: { isMinor?: boolean; abroad?: boolean }): Promise<Published>;
  captions(assetId: string, words: string): Promise<void>;
  /** Runs what is due now. */
  drain(): Promise<number>;
  /** Sends to the real address; the status. */
  send(event: FakeEvent, options?: { at?: Date; spoil?: boolean; secret?: string }): Promise<number>;
  /** What the service holds of the asset by now. */
  there(assetId: string): Promise<FakeAsset[]>;
  row(assetId: string): Promise<{ provider: string; packagingVersion: number; failure: string | null }>;
  play(assetId: string): Promise<PlaybackSource | null>;
  /** The service makes the recording and its files, and tells nobody. */
  finish(assetId: string): Promise<void>;
  /** The service makes it and what is asked for then, and tells nobody: the next look finds all of it. */
  makeAll(assetId: string): Promise<void>;
  settle(assetId: string): Promise<void>;
  wants(provider: 'local' | 'mux'): void;
  /** Ends what earlier tests began: their recordings are withdrawn, their moves over, the service holds nothing. */
  reset(): Promise<void>;
  instructor: Awaited<ReturnType<typeof person>>;
};

async function listening(app: express.Express) {
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

type Base = TestWorld &
  Pick<MuxWorld, 'instructor'> & { master: Buffer; model: Model; organisationId: string };

const registered = async (world: TestWorld & Pick<Base, 'instructor' | 'master'>): Promise<string> => {
  const { assetId } = await registerMaster(world.ctx(world.instructor), {
    content: Readable.from([world.master]),
    audioTracks: [
      { lang: 'ja', label: '田中先生' },
      { lang: 'ru', label: 'Динара Касымова' },
    ],
  });
  return assetId;
};

async function publish(
  world: Base,
  { isMinor = false, abroad = true }: { isMinor?: boolean; abroad?: boolean },
): Promise<Published> {
  const ctx = world.ctx(world.instructor);
  const assetId = await registered(world);
  await playAs(world, world.model, assetId);
  const { recordingId } = await createRecording(ctx, {
    ...{ slug: `kasymova-${newId()}`, organisationId: world.organisationId, assetId },
    title: authored('ru', { ru: 'Учи-мата Тарихи' }),
    credit: authored('ru', { ru: 'Динара Касымова' }),
    ...{ audience: { kind: 'account' as const }, availableUntil: null },
  });
  await addPerson(ctx, { recordingId, name: 'Динара Касымова', isMinor });
  const personIds = (await listPersons(ctx, { recordingId })).map(({ id }) => id);
  for (const personId of personIds)
    await recordConsent(ctx, {
      ...{ recordingId, personId, consentedOn: '2026-01-31', givenBy: 'Касымова', abroad },
    });
  await publishRecording(ctx, { recordingId });
  return { assetId, recordingId, personIds };
}

async function there(world: TestWorld, fake: MuxFake, assetId: string): Promise<FakeAsset[]> {
  const rows = await world.ctx().db.muxAsset.findMany({ where: { assetId } });
  return [...fake.assets.values()].filter(({ passthrough }) =>
    rows.some(({ reference }) => reference === passthrough),
  );
}

async function reset({ services }: TestWorld, fake: MuxFake): Promise<void> {
  fake.assets.clear();
  for (const sql of [
    "DELETE FROM pgboss.job WHERE name LIKE 'media.%'",
    'DELETE FROM mux_asset',
    'UPDATE recording SET withdrawn_at = now()',
    "UPDATE media_asset SET moving_since = NULL, provider = 'local'",
  ])
    await services.database.pool.query(sql);
  Object.assign(services.config, { videoProvider: 'mux' });
}

function toolsOf(world: Base, fake: MuxFake, origin: string): Omit<MuxWorld, keyof TestWorld> {
  const ofAsset = (assetId: string) => there(world, fake, assetId);
  const { config } = world.services;
  const settle = (assetId: string) => settleAssets(world.ctx(), { assetId });
  const finish = async (assetId: string) => {
    for (const { id } of await ofAsset(assetId)) {
      await fake.makeReady(id);
      fake.makeFilesReady(id);
    }
  };
  return {
    ...{ fake, instructor: world.instructor, there: ofAsset },
    recording: (facts = {}) => publish(world, facts),
    captions: (assetId, words) =>
      replaceTrack(world.ctx(world.instructor), {
        ...{ assetId, lang: 'ru', origin: 'author' },
        cues: [{ startMs: 0, endMs: 1000, text: words }],
      }),
    drain: () => drainJobs(world.services, { video: true }),
    send: (event, options = {}) =>
      sendEvent(`${origin}/webhooks/mux`, event, { secret: fake.webhookSecret, ...options }),
    row: (assetId) => world.ctx().db.mediaAsset.findUniqueOrThrow({ where: { id: assetId } }),
    async play(assetId) {
      const input = { assetId, audience: { kind: 'account' as const }, captions: [] };
      const playback = await getPlayback(world.ctx(world.instructor), input);
      return 'hls' in playback ? playback : null;
    },
    ...{ finish, settle },
    async makeAll(assetId) {
      await finish(assetId);
      await settle(assetId);
      for (const { id } of await ofAsset(assetId)) await fake.makeTracksReady(id);
    },
    wants: (provider) => void Object.assign(config, { videoProvider: provider }),
    reset: () => reset(world, fake),
  };
}

/** A world whose recordings go to a loopback Mux, and which that reaches over HTTP. */
export async function openMuxWorld(): Promise<MuxWorld & { close(): Promise<void> }> {
  const fake = await muxFake();
  const app = express();
  const { server, origin } = await listening(app);
  const environment = { ...fake.environment, VIDEO_PROVIDER: 'mux', PUBLIC_URL: origin };
  const opened = await openWorld({ environment });
  opened.clock.set(new Date());
  app.post('/webhooks/mux', machine(muxEvent, opened.services));
  app.get('/media/:token/:assetId/*', machine(media, opened.services));
  const organisationId = await organisation(opened);
  const instructor = await person(opened, ['instructor']);
  const master = await makeMaster({ seconds: 3, tags: [`title=${SECRETS[2]}`, `comment=${PLACE}`] });
  const studio = { ...opened, organisationId, instructor, master };
  const model = await makeModel(studio, await registered(studio));
  const world = { ...studio, model };
  return {
    ...opened,
    ...toolsOf(world, fake, origin),
    async close() {
      server.closeAllConnections();
      server.close();
      await fake.close();
      await opened.close();
    },
  };
}

/** One world for a test file, as new for each test; read `.current` inside tests. */
export function useMuxWorld(): { readonly current: MuxWorld } {
  let world: Awaited<ReturnType<typeof openMuxWorld>> | null = null;
  beforeAll(async () => {
    world = await openMuxWorld();
  });
  beforeEach(() => world?.reset());
  afterAll(() => world?.close());
  return {
    get current() {
      if (!world) throw new Error('The world opens in beforeAll');
      return world;
    },
  };
}
