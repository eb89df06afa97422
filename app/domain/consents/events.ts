declare module '~/platform/events' {
  interface DomainEvents {
    /** Somebody is shown in a recording, agreed to it, or does so no more. */
    'consents.changed': { recordingId: string; assetId: string };
    /** Seconds of a recording may no longer be seen. */
    'span.withdrawn': { recordingId: string; assetId: string };
  }
}

export type SpanWithdrawn = { recordingId: string; assetId: string };
