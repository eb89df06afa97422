declare module '~/platform/events' {
  interface DomainEvents {
    /** A recording has other sounds from now on: one was saved, shifted, renamed or removed. */
    'sounds.changed': SoundsChanged;
  }
}

export type SoundsChanged = { assetId: string };
