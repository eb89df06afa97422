import type { Lang } from '~/i18n/locales';

declare module '~/platform/events' {
  interface DomainEvents {
    /** Somebody begins to send a file; what it is for is made in the same transaction. */
    'upload.begun': UploadBegun;
    /** All bytes are here and are what was sent. */
    'upload.accepted': UploadAccepted;
  }
}

export type UploadBegun = {
  uploadId: string;
  assetId: string;
  /** Set when the asset is new. */
  draft: { organisationId: string; title: string; lang: Lang } | null;
};

export type UploadAccepted = {
  assetId: string;
  /** Null: it is the asset's master; else its sound in this language. */
  soundLang: Lang | null;
  fileName: string;
  /** Whose upload it was. */
  accountId: string;
  masterKey: string;
  sha256: string;
  bytes: number;
};
