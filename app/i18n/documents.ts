import { type LocalizedText, readText } from './content';
import about from './documents/about.json';
import accessibility from './documents/accessibility.json';
import privacy from './documents/privacy.json';

export type SiteDocument = { text: LocalizedText; editedOn: string };

/** What the platform says about itself, as Markdown in four languages; `editedOn` is the day of the last change. */
export const siteDocuments = {
  about: { text: readText(about), editedOn: '2026-11-25' },
  accessibility: { text: readText(accessibility), editedOn: '2026-11-25' },
  privacy: { text: readText(privacy), editedOn: '2026-11-25' },
} as const satisfies Record<string, SiteDocument>;
