import type { Ctx } from '~/platform/context';
import type { ImportResult, OpenValues } from './data/imports.server';
import { countIssues } from './data/issues.server';
import { openImport } from './data/open-import.server';
import { countPairs, type PairCounts } from './data/pairs.server';
import { countVerdicts, type Verdict } from './data/rows.server';
import { type Stage, stageOf } from './rules/stage';

export type ImportView = {
  id: string;
  fileName: string;
  bytes: number;
  sentAt: Date;
  stage: Stage;
  fault: string | null;
  /** The sheet that is read, where there are several. */
  sheet: string | null;
  /** Rows below the header, and how many the running job has done. */
  total: number;
  done: number;
  verdicts: Record<Verdict, number>;
  pairs: PairCounts;
  issues: { errors: number; mended: number };
  open: OpenValues;
  result: ImportResult | null;
};

/** One import as it stands. Throws `imports.not-a-registrar`, `imports.not-found`. */
export async function getImport(ctx: Ctx, { importId }: { importId: string }): Promise<ImportView> {
  const record = await openImport(ctx, importId);
  const { id, fileName, bytes, sentAt, fault, total, done, open, result, sheets, sheet } = record;
  return {
    ...{ id, fileName, bytes, sentAt, fault, total, done, open, result },
    stage: stageOf(record),
    sheet: sheets.length > 1 ? (sheets[sheet]?.name ?? null) : null,
    verdicts: await countVerdicts(ctx, id),
    pairs: await countPairs(ctx, id),
    issues: { errors: await countIssues(ctx, id, true), mended: await countIssues(ctx, id, false) },
  };
}
