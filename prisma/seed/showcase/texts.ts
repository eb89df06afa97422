import { z } from 'zod';
import { authored, type LocalizedText } from '~/i18n/content';

/** A text of the sample data; a language may be missing. */
export const texts = z.object({ en: z.string(), ru: z.string(), kk: z.string(), ja: z.string() }).partial();
export type Texts = z.infer<typeof texts>;

/** English and Russian by their author, Kazakh and Japanese until a native reader has seen them. */
export const text = (value: Texts): LocalizedText => authored('en', value, ['kk', 'ja']);
