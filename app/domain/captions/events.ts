declare module '~/platform/events' {
  interface DomainEvents {
    /** Viewers get other captions of an asset than before. */
    'captions.changed': { assetId: string };
  }
}

export type CaptionsChanged = { assetId: string };
