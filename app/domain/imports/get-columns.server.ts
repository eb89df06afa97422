import { maskRuns } from '~/domain/identities/inputs';
import type { LocalizedText } from '~/i18n/content';
import type { Ctx } from '~/platform/context';
import type { OpenValues } from './data/imports.server';
import { levelsFor, placesFor } from './data/load-reading.server';
import { findMapping } from './data/mappings.server';
import { openImport } from './data/open-import.server';
import { loadRows } from './data/rows.server';
import { cellText, columnLetter } from './rules/cells';
import { type Field, guessFields, headerSignature } from './rules/fields';
import type { Mapping } from './rules/mapping';
import { type Stage, stageOf } from './rules/stage';

export type Column = {
  at: number;
  letter: string;
  header: string;
  /** The first values; what may be a number of a person is masked. */
  samples: string[];
  field: Field | null;
  order: 'dmy' | 'mdy' | null;
};

export type ColumnsView = {
  id: string;
  fileName: string;
  stage: Stage;
  sheets: readonly { name: string; rows: number }[];
  sheet: number;
  headerRow: number | null;
  columns: Column[];
  /** `remembered`: from the last table with these headers; `guessed`: from their words; `own`: as it was saved. */
  source: 'own' | 'remembered' | 'guessed';
  open: OpenValues;
  chosen: Pick<Mapping, 'places' | 'levels' | 'words'>;
  places: { id: string; name: LocalizedText; depth: number }[];
  levels: { id: string; name: LocalizedText }[];
};

const SAMPLES = 3;

/** The columns of an import with what they hold as far as it is known. Throws `imports.not-found`. */
export async function getColumns(ctx: Ctx, { importId }: { importId: string }): Promise<ColumnsView> {
  const record = await openImport(ctx, importId);
  const { id, fileName, sheets, sheet, headerRow, headers, organisationId, path, open } = record;
  const remembered =
    record.mapping ?? (await findMapping(ctx, { organisationId, header: headerSignature(headers) }));
  const guessed = guessFields(headers);
  const rows = await loadRows(ctx, id, { after: 0, take: SAMPLES });
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length));
  const fieldAt = (at: number) => (remembered ? (remembered.fields[at] ?? null) : (guessed[at] ?? null));
  return {
    ...{ id, fileName, sheets, sheet, headerRow, open },
    stage: stageOf(record),
    columns: Array.from({ length: width }, (_each, at) => ({
      at,
      letter: columnLetter(at),
      header: headers[at] ?? '',
      samples: rows.map(({ cells }) => maskRuns(cellText(cells[at])).slice(0, 60)),
      field: fieldAt(at),
      order: remembered?.orders[at] ?? null,
    })),
    source: record.mapping ? 'own' : remembered ? 'remembered' : 'guessed',
    chosen: {
      places: remembered?.places ?? {},
      levels: remembered?.levels ?? {},
      words: remembered?.words ?? {},
    },
    places: (await placesFor(ctx, path)).map(({ id: place, name, depth }) => ({ id: place, name, depth })),
    levels: (await levelsFor(ctx, path)).map(({ id: level, name }) => ({ id: level, name })),
  };
}
