import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { columnLetter } from '../rules/cells';
import type { Issue } from '../rules/read-row';

export type RowIssue = Issue & { rowNo: number };

export type ListedIssue = {
  id: string;
  rowNo: number;
  /** Letters of the column; null where the whole row is meant. */
  column: string | null;
  code: string;
  isError: boolean;
  found: string;
};

export async function insertIssues(
  { db }: Ctx,
  importId: string,
  issues: readonly RowIssue[],
): Promise<void> {
  await db.importIssue.createMany({
    data: issues.map(({ column, ...issue }) => ({
      ...issue,
      id: newId(),
      importId,
      column: column === null ? null : columnLetter(column),
    })),
  });
}

/** Errors first, then what was mended, by row. */
export const selectIssues = (
  { db }: Ctx,
  page: { importId: string; isError: boolean; after: { rowNo: number; id: string } | null; take: number },
): Promise<ListedIssue[]> => {
  const { importId, isError, after, take } = page;
  return db.importIssue.findMany({
    where: {
      importId,
      isError,
      ...(after
        ? { OR: [{ rowNo: { gt: after.rowNo } }, { rowNo: after.rowNo, id: { gt: after.id } }] }
        : {}),
    },
    omit: { importId: true },
    orderBy: [{ rowNo: 'asc' }, { id: 'asc' }],
    take,
  });
};

export const countIssues = ({ db }: Ctx, importId: string, isError: boolean): Promise<number> =>
  db.importIssue.count({ where: { importId, isError } });

export const clearIssues = async ({ db }: Ctx, importId: string): Promise<void> =>
  void (await db.importIssue.deleteMany({ where: { importId } }));
