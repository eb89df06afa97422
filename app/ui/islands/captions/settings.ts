export type CueLabel =
  | 'saved'
  | 'saving'
  | 'unsaved'
  | 'retry'
  | 'refused'
  | 'theirs'
  | 'keep-mine'
  | 'take-theirs'
  | 'set-start'
  | 'set-end'
  | 'play';

export type CueLabels = Record<CueLabel, string>;

/** What the server hands to the editor in `data-settings`. Texts are in the reader's language. */
export interface EditorSettings {
  endpoint: string;
  recording: string;
  lang: string;
  side: string | null;
  revision: number;
  canWrite: boolean;
  labels: CueLabels;
}

export const readSettings = (host: HTMLElement): EditorSettings => JSON.parse(host.dataset.settings ?? '{}');
