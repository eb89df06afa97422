import { z } from 'zod';
import { LANGS, type Lang } from '~/i18n/locales';
import { id, line, localDate, optionalLine, paragraphs } from '~/platform/input';

/** The longest code in one language, in characters. */
export const CODE_LENGTH = 12_000;

/** Languages whose text a machine wrote; one ticked box comes alone. */
const machine = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.enum(LANGS)).max(LANGS.length),
);

const body = paragraphs(CODE_LENGTH);

/** A new version as it is typed; `submissionKey` is made with the form, `framework` is a slug. */
export const proposeVersionForm = z.object({
  submissionKey: id,
  framework: z.string().max(60),
  original: z.enum(LANGS),
  text: z.object({ kk: body, ru: body, ja: body, en: body }).default({ kk: '', ru: '', ja: '', en: '' }),
  machine,
  inForceFrom: localDate,
  reason: paragraphs(2000).pipe(z.string().min(1)),
  document: line(300),
});
export type ProposeVersionInput = Omit<z.input<typeof proposeVersionForm>, 'machine'> & {
  machine?: readonly Lang[];
};

export const decideVersionForm = z.object({
  versionId: id,
  decision: z.enum(['confirm', 'decline']),
  note: optionalLine(300),
});
export type DecideVersionInput = z.input<typeof decideVersionForm>;

export const acceptCodeForm = z.object({ versionId: id });
