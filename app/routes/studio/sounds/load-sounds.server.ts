import { getPackaging } from '~/domain/media/get-packaging.server';
import type { OwnRecording } from '~/domain/recordings/find-own-recording.server';
import { previewRecording } from '~/domain/recordings/preview-recording.server';
import { listSounds } from '~/domain/sounds/list-sounds.server';
import type { ShownSound } from '~/domain/sounds/types';
import { listSoundUploads } from '~/domain/uploads/list-sound-uploads.server';
import type { ShownUpload } from '~/domain/uploads/types';
import { LANGS, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';

/** The sounds of one language: one of the master's own, or added ones, or a file on its way. */
export type LangLine = {
  lang: Lang;
  /** The label of the master's own sound. */
  own: string | null;
  isFloor: boolean;
  added: ShownSound[];
  upload: ShownUpload | null;
};

/** Everything about the sounds of a recording: the floor's language first. */
export async function loadSounds(ctx: Ctx, { id: recordingId, assetId }: OwnRecording) {
  const [packagings, sounds, uploads] = await Promise.all([
    getPackaging(ctx, { assetIds: [assetId] }),
    listSounds(ctx, { recordingId }),
    listSoundUploads(ctx, { assetId }),
  ]);
  const packaging = packagings.get(assetId) ?? null;
  const heard = packaging?.sounds ?? [];
  const lines = LANGS.map((lang): LangLine => {
    const own = heard.find((one) => one.lang === lang && one.soundId === null);
    return {
      lang,
      own: own?.label ?? null,
      isFloor: own !== undefined && own === heard[0],
      added: sounds.filter((one) => one.lang === lang),
      upload: uploads[lang] ?? null,
    };
  });
  const rank = ({ isFloor, own }: LangLine) => (isFloor ? 0 : own === null ? 2 : 1);
  return { packaging, lines: lines.sort((a, b) => rank(a) - rank(b)) };
}

/** The picture with the sound of the floor, for the tool that aligns; null while nothing plays. */
export async function loadPicture(ctx: Ctx, recordingId: string) {
  const { source } = await previewRecording(ctx, { recordingId, captions: [] });
  const [file] = 'singles' in source ? source.singles : [];
  return file && 'poster' in source ? { url: file.url, poster: source.poster } : null;
}
