import type { ReactNode } from 'react';
import type { SheetSummary } from '~/domain/evidence/types';
import { A } from '~/ui/kit/link';
import { StatusMark } from '~/ui/kit/status';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';

type Props = {
  /** What these sheets are; tells the tables of a page apart. */
  caption: string;
  rows: readonly SheetSummary[];
  names: Readonly<Record<string, string>>;
  levels: readonly { slug: string; name: string }[];
  empty: ReactNode;
};

/** Score sheets, one a line. */
export function SheetTable({ caption, rows, names, levels, empty }: Props) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={caption}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'who',
          header: t('evidence:assess.candidate'),
          names: true,
          cell: ({ id, personId }) => (
            <A to={`/assess/${id}`} className="link">
              {names[personId] ?? t('evidence:assess.unknown')}
            </A>
          ),
        },
        {
          key: 'level',
          header: t('evidence:assess.level'),
          cell: ({ level }) => levels.find(({ slug }) => slug === level)?.name ?? level,
        },
        { key: 'on', header: t('evidence:sheet.held-on'), cell: ({ heldOn }) => fmt.shortDate(heldOn) },
        { key: 'place', header: t('evidence:sheet.place'), cell: ({ place }) => place },
        {
          key: 'result',
          header: t('evidence:sheet.result'),
          cell: ({ passed }) => <StatusMark status={passed ? 'passed' : 'failed'} />,
        },
        {
          key: 'state',
          header: t('evidence:sheet.state'),
          cell: ({ state }) => (
            <StatusMark status={state === 'signed' ? 'done' : 'waiting'}>
              {t(`evidence:state.${state}`)}
            </StatusMark>
          ),
        },
      ]}
    />
  );
}
