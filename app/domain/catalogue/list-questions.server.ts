import { z } from 'zod';
import { type LocalizedText, localizedText, readText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import { listQuestions as listRows } from './data/courses.server';

export type QuizQuestion = {
  id: string;
  prompt: LocalizedText;
  options: LocalizedText[];
  /** Indexes into `options`. For marking: never sent to a learner before the attempt is submitted. */
  correct: number[];
  explanation: LocalizedText;
  source: string;
};

/** The questions of a version's quiz, with their right answers. */
export async function listQuestions(ctx: Ctx, { versionId }: { versionId: string }): Promise<QuizQuestion[]> {
  const rows = await listRows(ctx.db, versionId);
  return rows.map((row) => ({
    id: row.id,
    prompt: readText(row.prompt),
    options: z.array(localizedText).parse(row.options),
    correct: row.correct,
    explanation: readText(row.explanation),
    source: row.source,
  }));
}
