import type { EvidenceRow } from '~/domain/evidence/types';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';

/** Everything the applicant has to show. */
export function ApplicationEvidence({ rows }: { rows: readonly EvidenceRow[] }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('licensing:case.evidence')}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="quiet">{t('licensing:case.no-evidence')}</p>}
      columns={[
        {
          key: 'title',
          header: t('evidence:column.title'),
          names: true,
          cell: ({ title }) => <Text value={title} quiet />,
        },
        { key: 'type', header: t('evidence:column.type'), cell: ({ type }) => t(`evidence:type.${type}`) },
        { key: 'on', header: t('evidence:column.on'), cell: ({ occurredOn }) => fmt.shortDate(occurredOn) },
        {
          key: 'until',
          header: t('evidence:column.until'),
          cell: ({ validUntil }) => (validUntil ? fmt.shortDate(validUntil) : ''),
        },
        { key: 'place', header: t('evidence:sheet.place'), cell: ({ place }) => place ?? '' },
      ]}
    />
  );
}
