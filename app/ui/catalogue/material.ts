import type { LocalizedText } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';

/** What a page says about one recording. */
export type RecordingView = {
  slug: string;
  assetId: string;
  title: LocalizedText;
  credit: LocalizedText;
  /** Null while the recording is being prepared. */
  durationSec: number | null;
  /** Of the small file, with picture and one sound. */
  bytes: number | null;
  audio: readonly Lang[];
  captions: readonly Lang[];
  /** Those of them that only a machine wrote. */
  machineCaptions: readonly Lang[];
};

/** The same of all recordings of a course. */
export type MaterialSum = {
  /** Null: no recording, or one that is still being prepared. */
  bytes: number | null;
  isPreparing: boolean;
  audio: Lang[];
  captions: Lang[];
};

/** Adds up recordings by their ids; a recording that is used twice is counted once. */
export function sumOf(ids: readonly string[], views: ReadonlyMap<string, RecordingView>): MaterialSum {
  const all = [...new Set(ids)].map((id) => views.get(id) ?? null);
  const isPreparing = all.some((view) => view === null || view.bytes === null);
  const inAny = (langs: (view: RecordingView) => readonly Lang[]) =>
    LANGS.filter((lang) => all.some((view) => view !== null && langs(view).includes(lang)));
  return {
    bytes: all.length === 0 || isPreparing ? null : all.reduce((sum, view) => sum + (view?.bytes ?? 0), 0),
    isPreparing,
    audio: inAny(({ audio }) => audio),
    captions: inAny(({ captions }) => captions),
  };
}
