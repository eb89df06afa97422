import { z } from 'zod';
import { isLocalDate } from './local-date';

/** Characters that no text of ours may hold: PostgreSQL refuses NUL, the others are invisible. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** One line of text, trimmed, in NFC; empty is refused. */
export const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((text) => !FORBIDDEN.test(text) && !/[\r\n]/.test(text), 'characters'),
    );

/** Forms send empty fields, and the form parser takes '' for missing: a second string schema would refuse it. */
const within =
  (max: number, forbidden: RegExp) =>
  (text: string, check: z.core.$RefinementCtx<string>): void => {
    const issue = { input: text, continue: true };
    if (text.length > max)
      check.addIssue({ ...issue, code: 'too_big', origin: 'string', maximum: max, inclusive: true });
    if (forbidden.test(text)) check.addIssue({ ...issue, code: 'custom', message: 'characters' });
  };

/** One line that may be left empty. */
export const optionalLine = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text ?? '').normalize('NFC').trim())
    .superRefine(within(max, new RegExp(`${FORBIDDEN.source}|[\\r\\n]`)));

/** Several lines that may be left empty; line ends become \n. */
export const paragraphs = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .superRefine(within(max, FORBIDDEN));

/** 'YYYY-MM-DD', a real day. */
export const localDate = z.string().refine(isLocalDate, 'date');

export const id = z.uuid();

/** An organisation's materialised path, such as '/kjf/karaganda/', or nothing. */
export const placePath = z
  .string()
  .max(300)
  .regex(/^(\/([a-z0-9-]+\/)*)?$/);

/** A ticked box of a form. */
export const checkbox = z
  .union([z.literal('on'), z.literal('true'), z.literal(true)])
  .optional()
  .transform(Boolean);

/** Whether a text from outside may go any further (no NUL and the like). */
export const isCleanText = (text: string): boolean => !FORBIDDEN.test(text);

/** A moment as people write it: 1:02:05, 6:12 or 372; in milliseconds. */
export const moment = z
  .string()
  .trim()
  .regex(/^(?:(?:\d{1,2}:)?\d{1,2}:\d{2}|\d{1,5})$/, 'moment')
  .transform((text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
