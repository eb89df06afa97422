import type { BatchLine } from '~/domain/batches/types';
import { A } from '~/ui/kit/link';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { OutcomeMark } from './outcome-counts';
import { type Titles, Why } from './why';

type Props = { lines: readonly BatchLine[]; titles: Titles; isPreview: boolean };

/** The applications of a batch, what is not done first. */
export function Lines({ lines, titles, isPreview }: Props) {
  const { t } = useT();
  return (
    <Table
      caption={t('batches:report.caption')}
      quietCaption
      rows={lines}
      rowKey={({ applicationId }) => applicationId}
      columns={[
        {
          key: 'who',
          header: t('licensing:column.holder'),
          names: true,
          cell: ({ applicationId, displayName, latinName }) => (
            <>
              <A to={`/office/applications/${applicationId}`} className="link">
                {displayName}
              </A>{' '}
              <span className="quiet" lang="en">
                {latinName}
              </span>
            </>
          ),
        },
        {
          key: 'level',
          header: t('licensing:filter.level'),
          cell: ({ level }) => (level ? <Text value={level} quiet /> : null),
        },
        {
          key: 'kind',
          header: t('applications:kind.label'),
          cell: ({ kind }) => t(`applications:kind.${kind}`),
        },
        {
          key: 'outcome',
          header: t('batches:column.outcome'),
          cell: ({ outcome }) => <OutcomeMark outcome={outcome} isPreview={isPreview} />,
        },
        {
          key: 'number',
          header: t('batches:column.number'),
          whole: true,
          cell: ({ number, serial }) =>
            number && serial ? (
              <A to={`/verify/${serial}`} className="link">
                {number}
              </A>
            ) : null,
        },
        {
          key: 'why',
          header: t('batches:column.why'),
          cell: ({ reason }) => (reason ? <Why reason={reason} titles={titles} /> : null),
        },
      ]}
    />
  );
}
