import { z } from 'zod';
import { id, line, localDate, placePath } from '~/platform/input';

export const orderReportSchema = z.object({
  framework: line(60),
  /** '' = everything that the registrar reaches in the framework. */
  path: placePath.optional().default(''),
  on: localDate,
  /** Drawn with the form: the same order sent again is the same report. */
  orderKey: id,
});
export type OrderReportInput = z.input<typeof orderReportSchema>;

export const checkReportSchema = z.object({ place: placePath.optional().default('') });

/** The words of the list's address; what cannot be read is left out. */
export const listReportsSchema = z.object({
  framework: z.string().max(60).catch(''),
  on: localDate.nullable().catch(null),
  after: z.string().max(100).catch(''),
});
export type ListReportsInput = Partial<Record<'framework' | 'on' | 'after', string | null>>;

/** The part that an address asks for; an unreadable one is no place. */
export const partSchema = z.object({ place: placePath.catch('/-/') });

export const REPORT_FORMATS = ['pdf', 'xlsx'] as const;
export const REPORT_LANGUAGES = ['kk-ru', 'kk', 'ru', 'ja', 'en'] as const;
export type ReportLanguages = (typeof REPORT_LANGUAGES)[number];

export const reportFileSchema = partSchema.extend({
  format: z.enum(REPORT_FORMATS).catch('pdf'),
  languages: z.enum(REPORT_LANGUAGES).catch('kk-ru'),
});
export type ReportFileInput = { reportId: string } & z.output<typeof reportFileSchema>;

export const countReportSchema = z.object({ reportId: id });
export type CountReportInput = z.output<typeof countReportSchema>;
