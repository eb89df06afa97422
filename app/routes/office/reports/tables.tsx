import type { ReportPage } from '~/domain/reports/get-report.server';
import { A } from '~/ui/kit/link';
import { type Column, Table } from '~/ui/kit/table';
import { Words } from './chart';

type ReportTable = NonNullable<ReportPage['section']>['tables'][number];
type Row = ReportTable['rows'][number] & { isTotal?: boolean };

type Props = {
  table: ReportTable;
  /** The address of the part of this report at a place. */
  partAt(place: string): string;
};

/** One table of a report; the last row holds the sums. */
export function NumbersTable({ table, partAt }: Props) {
  const { name, title, corner, columns, rows, total, totals, empty, note } = table;
  const sum: Row = { key: 'total', head: [total], cells: totals, below: null, isTotal: true };
  const rest = corner.slice(1).map(
    ({ text }, at): Column<Row> => ({
      key: `head-${at}`,
      header: text,
      cell: ({ head, isTotal }) => (isTotal || !head[at + 1] ? '' : <Words words={head[at + 1] ?? total} />),
    }),
  );
  return (
    <section aria-labelledby={`table-${name}`} className="numbers stack stack-s">
      <h2 id={`table-${name}`}>{title.text}</h2>
      <Table
        caption={title.text}
        quietCaption
        rows={rows.length > 0 ? [...rows, sum] : []}
        rowKey={({ key }) => key}
        empty={<p className="quiet">{empty.text}</p>}
        columns={[
          {
            key: 'head',
            header: corner[0]?.text ?? '',
            names: true,
            cell: (row) => <RowName row={row} partAt={partAt} />,
          },
          ...rest,
          ...columns.map(
            (words, at): Column<Row> => ({
              key: `${at}`,
              header: words.text,
              numeric: true,
              cell: ({ cells, isTotal }) => (isTotal ? <strong>{cells[at]}</strong> : cells[at]),
            }),
          ),
        ]}
      />
      {note && rows.length > 0 ? <p className="quiet">{note.text}</p> : null}
    </section>
  );
}

function RowName({ row, partAt }: { row: Row; partAt(place: string): string }) {
  const [words] = row.head;
  if (!words) return null;
  if (row.isTotal) return <strong>{words.text}</strong>;
  if (row.below === null) return <Words words={words} />;
  return (
    <A to={partAt(row.below)} className="link">
      <Words words={words} />
    </A>
  );
}
