import type { ReactNode } from 'react';
import { A } from './link';
import { useT } from './use-t';

export type Column<Row> = {
  key: string;
  /** The words of the header; on phones also in front of the cell. */
  header: string;
  cell(row: Row): ReactNode;
  /** Names the row: becomes its header, and the title of its card on phones. One column at most. */
  names?: boolean;
  /** Numbers stand at the end of the cell. */
  numeric?: boolean;
  /** Numbers and dates that must not break over two lines. */
  whole?: boolean;
  /** Link that sorts by this column, and how the list is sorted by it now. */
  sort?: { to: string; now?: 'ascending' | 'descending' | undefined };
};

type Selection<Row> = {
  /** Name of the boxes; each sends its row's key. */
  name: string;
  /** The id of the form that the boxes belong to, when the table stands outside it. */
  form?: string;
  label(row: Row): string;
  selected?: ReadonlySet<string>;
};

type TableProps<Row> = {
  /** What the table shows, for everybody; `quietCaption` keeps it for screen readers only. */
  caption: string;
  quietCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  select?: Selection<Row> | undefined;
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode;
};

/** A dense table; on phones each row becomes a card. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, quietCaption = false, columns, rows, rowKey, select, empty } = props;
  const { t } = useT();
  if (rows.length === 0) return <>{empty ?? <p className="quiet">{t('shell:table.empty')}</p>}</>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too.
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={quietCaption ? 'sr' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {select ? (
              <th scope="col">
                <span className="sr">{t('shell:action.select')}</span>
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {select ? <PickCell row={row} value={rowKey(row)} select={select} /> : null}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { t } = useT();
  const { sort, header, numeric } = column;
  if (!sort) {
    return (
      <th scope="col" className={numeric ? 'num' : undefined}>
        {header}
      </th>
    );
  }
  return (
    <th scope="col" className={numeric ? 'num' : undefined} aria-sort={sort.now ?? 'none'}>
      <A to={sort.to} aria-label={t('shell:table.sort', { column: header })}>
        {header} {sort.now ? <span aria-hidden="true">{sort.now === 'ascending' ? '↑' : '↓'}</span> : null}
      </A>
    </th>
  );
}

const cellClass = ({ numeric, whole }: { numeric?: boolean; whole?: boolean }): string | undefined =>
  [numeric ? 'num' : '', whole ? 'whole' : ''].filter(Boolean).join(' ') || undefined;

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.names) return <th scope="row">{column.cell(row)}</th>;
  return (
    <td data-label={column.header} className={cellClass(column)}>
      <div>{column.cell(row)}</div>
    </td>
  );
}

function PickCell<Row>({ row, value, select }: { row: Row; value: string; select: Selection<Row> }) {
  const { t } = useT();
  return (
    <td className="pick">
      <label>
        <span className="sr">{t('shell:table.select-row', { row: select.label(row) })}</span>
        <input
          type="checkbox"
          name={select.name}
          value={value}
          form={select.form}
          defaultChecked={select.selected?.has(value)}
        />
      </label>
    </td>
  );
}
