import type { Sheet } from '~/domain/evidence/types';
import { Facts } from '~/ui/kit/facts';
import { StatusMark } from '~/ui/kit/status';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** A score sheet as it was written: result, place, marks, remarks. */
export function SheetFacts({ sheet }: { sheet: Sheet }) {
  const { t, fmt } = useT();
  return (
    <div className="stack">
      <Facts
        items={[
          {
            label: t('evidence:sheet.result'),
            value: <StatusMark status={sheet.passed ? 'passed' : 'failed'} />,
          },
          {
            label: t('evidence:sheet.state'),
            value: (
              <StatusMark status={sheet.state === 'signed' ? 'done' : 'waiting'}>
                {t(`evidence:state.${sheet.state}`)}
              </StatusMark>
            ),
          },
          { label: t('evidence:sheet.held-on'), value: fmt.date(sheet.heldOn) },
          { label: t('evidence:sheet.place'), value: sheet.place },
          { label: t('evidence:sheet.mean'), value: fmt.number(sheet.mean) },
          { label: t('evidence:sheet.remarks'), value: sheet.remarks },
        ]}
      />
      <Table
        caption={t('evidence:sheet.marks')}
        rows={sheet.marks}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            header: t('evidence:sheet.criterion'),
            names: true,
            cell: ({ name }) => <Text value={name} quiet />,
          },
          {
            key: 'mark',
            header: t('evidence:sheet.mark'),
            numeric: true,
            cell: ({ mark }) => fmt.number(mark),
          },
          {
            key: 'minimum',
            header: t('evidence:sheet.minimum'),
            numeric: true,
            cell: ({ minimum }) => fmt.number(minimum),
          },
        ]}
      />
    </div>
  );
}
