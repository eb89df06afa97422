declare module '~/platform/events' {
  interface DomainEvents {
    /** A chapter of the recording was added, changed or removed. */
    'chapters.changed': { recordingId: string };
  }
}

export type ChaptersChanged = { recordingId: string };
