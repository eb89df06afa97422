/** Milliseconds of the buttons, in their order. */
export const steps = [-1000, -100, -10, 10, 100, 1000] as const;
export type Step = (typeof steps)[number];

/** What the server hands to the tool in `data-settings`. Texts are in the reader's language. */
export interface AlignSettings {
  labels: {
    'picture-volume': string;
    'sound-volume': string;
    shift: string;
    keys: string;
  };
  /** The words of the buttons. */
  steps: Record<Step, string>;
}

export const readSettings = (host: HTMLElement): AlignSettings => JSON.parse(host.dataset.settings ?? '{}');
