declare module '~/platform/events' {
  interface DomainEvents {
    /** Whether, to whom or how long a recording is shown may be another than before. */
    'recording.changed': { assetId: string };
  }
}

export type RecordingChanged = { assetId: string };
