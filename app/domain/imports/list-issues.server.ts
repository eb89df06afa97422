import type { Ctx } from '~/platform/context';
import { isId } from '~/platform/ids';
import { countIssues, type ListedIssue, selectIssues } from './data/issues.server';
import { openImport } from './data/open-import.server';

export type IssueList = {
  fileName: string;
  rows: ListedIssue[];
  total: number;
  next: string | null;
};

const PAGE = 50;

/** '<row>_<id>' of the last row of the page before. */
export type RowCursor = { rowNo: number; id: string };

function readCursor(text: string): RowCursor | null {
  const [row = '', id = ''] = text.split('_');
  return /^\d{1,7}$/.test(row) && isId(id) ? { rowNo: Number(row), id } : null;
}

/** What is wrong with the cells of an import, or was mended in them, by row, a page at a time. Throws `imports.not-found`. */
export async function listIssues(
  ctx: Ctx,
  { importId, isError, after }: { importId: string; isError: boolean; after: string },
): Promise<IssueList> {
  const { fileName } = await openImport(ctx, importId);
  const page = { importId, isError, after: readCursor(after), take: PAGE + 1 };
  const found = await selectIssues(ctx, page);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    fileName,
    rows,
    total: await countIssues(ctx, importId, isError),
    next: found.length > PAGE && last ? `${last.rowNo}_${last.id}` : null,
  };
}
