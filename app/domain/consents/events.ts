declare module '~/platform/events' {
  interface DomainEvents {
    /** Seconds of a recording may no longer be seen. */
    'span.withdrawn': { recordingId: string; assetId: string };
  }
}

export type SpanWithdrawn = { recordingId: string; assetId: string };
