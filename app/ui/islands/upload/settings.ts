export type UploadSettings = {
  lang: string;
  /** Where new recordings belong; null on the page of one recording. */
  organisation: string | null;
  /** The asset whose master is awaited; null for new recordings. */
  asset: string | null;
  /** With an asset: the language of the sound that is sent; else it is the master. */
  sound?: string;
  /** An unfinished upload that goes on with the same file. */
  upload: { id: string; bytes: number; fileName: string } | null;
  labels: Readonly<Record<string, string>>;
};

/** What the page gives its script. Throws when it is damaged: that is a fault of ours. */
export const readSettings = (host: HTMLElement): UploadSettings =>
  JSON.parse(host.dataset.settings ?? '{}') as UploadSettings;

/** A label with its places filled: {name}. */
export const fill = (label: string | undefined, values: Readonly<Record<string, string>>): string =>
  (label ?? '').replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');

/** Bytes for people, with one decimal, as numbers are written in the page's language (Kazakh as Russian). */
export function sized(bytes: number, { lang, labels }: UploadSettings): string {
  const isLarge = bytes >= 1e9;
  const value = (isLarge ? bytes / 1e9 : bytes / 1e6).toFixed(1);
  const shown = lang === 'ru' || lang === 'kk' ? value.replace('.', ',') : value;
  return fill(isLarge ? labels.unit : labels['unit-small'], { value: shown });
}
