import type { Ctx } from '~/platform/context';
import { listAttempts } from './data/attempts.server';
import { listProgress } from './data/progress.server';
import { listCompletions } from './data/rounds.server';

/** What learning holds about a person, for the export of own data; the caller knows whose it is. */
export async function exportStudy(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  const [lessons, attempts, completions] = [
    await listProgress(ctx.db, personId),
    await listAttempts(ctx.db, personId),
    await listCompletions(ctx.db, personId),
  ];
  return {
    lessons,
    attempts: attempts.map(({ order: _, ...attempt }) => attempt),
    completions: completions.map(({ enrolment: _, ...completion }) => completion),
  };
}
