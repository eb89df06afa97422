import { setTimeout as wait } from 'node:timers/promises';
import type { Request } from 'express';
import { getPackaging } from '~/domain/media/get-packaging.server';
import { findOwnRecording, type OwnRecording } from '~/domain/recordings/find-own-recording.server';
import { listSounds } from '~/domain/sounds/list-sounds.server';
import { listSoundUploads } from '~/domain/uploads/list-sound-uploads.server';
import { listUploads } from '~/domain/uploads/list-uploads.server';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { buildContext } from '~/web/build-context.server';
import { actorOf } from '~/web/current-actor.server';
import type { Services } from '~/web/services';
import type { MachineHandler } from '../machine-handler';

/** Milliseconds between two looks, and after which the browser asks anew: a server that stops waits no longer. */
const LOOK = 1_000;
const TURN = 5_000;

async function contextOf(req: Request, services: Services, requestId: string): Promise<Ctx> {
  const actor = await actorOf(req, services);
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return buildContext(services, { actor, lang: actor.lang, requestId });
}

/** The file is here and is not the master yet; accepted and awaited at once: read between two moments. */
const isTaken = (made: string | undefined, upload: string | undefined): boolean =>
  upload === 'arrived' || (upload === 'accepted' && made === 'awaited');

/** The added sounds and the files on their way to them, one word each. */
async function soundStates(ctx: Ctx, { id, assetId }: OwnRecording): Promise<string[]> {
  const [sounds, files] = await Promise.all([
    listSounds(ctx, { recordingId: id }),
    listSoundUploads(ctx, { assetId }),
  ]);
  return [...sounds, ...Object.values(files)].map(({ state }) => state);
}

/** A saved sound waits for its version, unless that failed. */
const isUnderWay = (sound: string, failure: string | null | undefined): boolean =>
  sound === 'checking' || sound === 'arrived' || (sound === 'waits' && !failure);

async function stateOf(ctx: Ctx, recording: OwnRecording) {
  const { assetId } = recording;
  const [packaging, uploads, sounds] = await Promise.all([
    getPackaging(ctx, { assetIds: [assetId] }),
    listUploads(ctx, { assetIds: [assetId] }),
    soundStates(ctx, recording),
  ]);
  const [made, upload] = [packaging.get(assetId), uploads.get(assetId)];
  const isMoving = made?.state === 'under-way' || isTaken(made?.state, upload?.state);
  return {
    /** Changes when the page has to be written anew, not only its bars. */
    state: [
      made?.state,
      made?.failure ?? made?.note,
      upload?.state,
      made?.steps.map(({ name, isDone }) => name + isDone),
      ...sounds,
    ].join(),
    isOver: !isMoving && !sounds.some((sound) => isUnderWay(sound, made?.failure)),
    steps: Object.fromEntries(made?.steps.map(({ name, percent }) => [name, percent]) ?? []),
  };
}

/** How far a recording's packaging is, as server-sent events, for those who prepare it. */
export const packaging: MachineHandler = async (req, res, services) => {
  const ctx = await contextOf(req, services, res.locals.requestId);
  const recording = await findOwnRecording(ctx, { slug: req.params.recording ?? '' });
  if (!recording) throw new DomainError('not-found', 'media.no-such-recording');
  let facts = await stateOf(ctx, recording);
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  res.write('retry: 500\n\n');
  const end = Date.now() + TURN;
  let told = '';
  while (!res.destroyed) {
    const news = JSON.stringify(facts);
    if (news !== told) res.write(`data: ${news}\n\n`);
    told = news;
    if (facts.isOver || Date.now() > end) break;
    await wait(LOOK);
    facts = await stateOf(ctx, recording);
  }
  res.end();
};
