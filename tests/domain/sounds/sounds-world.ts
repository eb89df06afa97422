import { Readable } from 'node:stream';
import { getPackaging } from '~/domain/media/get-packaging.server';
import { registerMaster } from '~/domain/media/register-master.server';
import { createRecording } from '~/domain/recordings/create-recording.server';
import { listSounds } from '~/domain/sounds/list-sounds.server';
import { receiveSound } from '~/domain/sounds/receive-sound.server';
import type { Lang } from '~/i18n/locales';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { TestWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { organisation, person, text } from '../learning/study-world';

/** A packaged recording with its people. */
export async function soundsScene(world: TestWorld, master: Buffer, masterLangs: readonly Lang[] = ['ja']) {
  const organisationId = await organisation(world);
  const as = async (role: 'instructor' | 'editor') => world.ctx(await person(world, [role]));
  const [owner, colleague, editor] = [await as('instructor'), await as('instructor'), await as('editor')];
  const audioTracks = masterLangs.map((lang) => ({ lang, label: lang }));
  const { assetId } = await registerMaster(owner, { content: Readable.from([master]), audioTracks });
  const { recordingId } = await createRecording(owner, {
    ...{ slug: `r-${assetId.slice(-8)}`, organisationId, assetId, title: text('Uchi-mata') },
    ...{ credit: text('Credit'), audience: { kind: 'account' }, availableUntil: null },
  });
  const drain = () => drainJobs(world.services, { video: true });
  await drain();
  return {
    ...{ owner, colleague, editor, assetId, recordingId, drain },
    sounds: (ctx: Ctx = owner) => listSounds(ctx, { recordingId }),
    heard: async () => (await getPackaging(owner, { assetIds: [assetId] })).get(assetId),
    /** What a file of the version that plays holds; null when it has no such file. */
    async fileOf(name: string): Promise<Buffer | null> {
      const { packagingVersion } = await owner.db.mediaAsset.findUniqueOrThrow({ where: { id: assetId } });
      const key = `media/${assetId}/${packagingVersion}/${name}`;
      if (!(await owner.storage.find(key))) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of owner.storage.read(key)) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    /** As when an upload was accepted; gives the sound as it stands after it was looked at. */
    async receive(content: Buffer, lang: Lang, fileName = 'interpreter.wav') {
      const fileKey = `masters/${newId()}`;
      await owner.storage.put(fileKey, content);
      const file = { fileKey, fileName, sha256: 'none', bytes: content.length };
      const accountId = owner.actor?.accountId ?? '';
      await inTransaction(world.ctx(), (tx) => receiveSound(tx, { assetId, lang, ...file, accountId }));
      await drain();
      const sound = (await listSounds(owner, { recordingId })).findLast((one) => one.lang === lang);
      return { fileKey, id: sound?.id ?? '', sound };
    },
  };
}

export type SoundsScene = Awaited<ReturnType<typeof soundsScene>>;
