import type { RegisterLine } from '~/domain/licensing/types';
import { walkRegister } from '~/domain/licensing/walk-register.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import type { LocalizedText } from '~/i18n/content';
import { translator } from '~/i18n/translate';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { CSV_TYPE, csvFile } from './documents/csv-file.server';
import { XLSX_TYPE, xlsxFile } from './documents/xlsx-file.server';
import type { ExportFormat } from './inputs';
import type { Cell } from './rules/cell';
import { COLUMNS, componentNames, headerCells, type RowTexts, rowCells } from './rules/export-rows';
import { fileName } from './rules/file-name';
import { readQuery } from './rules/saved-query';
import type { ExportFile } from './types';

const MOST_ROWS = 50_000;

/** Lines as cells, a page at a time; the names of organisations are asked for once each. */
async function* cellPages(
  ctx: Ctx,
  pages: AsyncIterable<RegisterLine[]>,
  texts: Omit<RowTexts, 'organisations'>,
): AsyncGenerator<Cell[][]> {
  const organisations = new Map<string, LocalizedText>();
  for await (const lines of pages) {
    const wanted = new Set(lines.flatMap(({ organisationId }) => organisationId ?? []));
    const ids = [...wanted].filter((id) => !organisations.has(id));
    const found = ids.length > 0 ? await listOrganisations(ctx, { ids }) : [];
    for (const { id, name } of found) organisations.set(id, name);
    yield lines.map((line) => rowCells(line, { ...texts, organisations }));
  }
}

/**
 * The rows of a filter as a file in the reader's language, written while it is read; the act is in the audit chain
 * before the first byte. `query` is that of the register's address. Throws `licensing.not-a-registrar`,
 * `registry.unclear-filter`, `registry.too-many-rows`.
 */
export async function exportRegister(
  ctx: Ctx,
  { query, format }: { query: string; format: ExportFormat },
): Promise<ExportFile> {
  const words = readQuery(query);
  const { total, today, levels, unread, pages } = await walkRegister(ctx, { ...words, limit: MOST_ROWS });
  if (unread.length > 0) throw new DomainError('invalid', 'registry.unclear-filter');
  if (total > MOST_ROWS)
    throw new DomainError('invalid', 'registry.too-many-rows', { params: { limit: MOST_ROWS } });
  await inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'registry.register-exported',
      subject: { type: 'register', id: 'office' },
      detail: { filter: words, rows: total, format },
    }),
  );
  const t = translator(ctx.lang);
  const header = headerCells(t);
  const cells = cellPages(ctx, pages, { t, lang: ctx.lang, components: componentNames(levels, today) });
  const widths = COLUMNS.map(([, width]) => width);
  const sheet = { name: t('registry:sheet'), header, widths, writtenAt: ctx.clock.now() };
  return {
    name: fileName(words, { today, format }),
    rows: total,
    type: format === 'csv' ? CSV_TYPE : XLSX_TYPE,
    content: format === 'csv' ? csvFile(header, cells) : xlsxFile(sheet, cells),
  };
}
