import type { Lang } from '~/i18n/locales';

/** An added sound, for those who prepare its recording. */
export interface ShownSound {
  id: string;
  lang: Lang;
  label: string;
  /** Milliseconds later than the picture; negative: earlier. */
  offsetMs: number;
  fileName: string;
  /**
   * Checking: not looked at yet; failed: nobody could look at it, it may be tried again; draft: to be aligned and saved; waits: saved, and part of the next version; plays: part
   * of the version that plays, exactly so.
   */
  state: 'checking' | 'failed' | 'refused' | 'draft' | 'waits' | 'plays';
  /** A code of `sounds:refusal`. */
  refusal: string | null;
  /** Address of the file to listen to, for this session and 50 minutes; null while there is none. */
  preview: string | null;
}

/** A saved sound, for packaging. */
export interface SavedSound {
  id: string;
  lang: Lang;
  label: string;
  offsetMs: number;
  fileKey: string;
}
