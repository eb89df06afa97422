import type { ReactNode } from 'react';
import type { RegisterList } from '~/domain/licensing/search-register.server';
import type { LocalizedText } from '~/i18n/content';
import { plainText } from '~/i18n/content';
import { A } from '~/ui/kit/link';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';

type Props = {
  rows: RegisterList['rows'];
  components: Readonly<Record<string, LocalizedText>>;
  organisations: Readonly<Record<string, LocalizedText>>;
  empty: ReactNode;
  order: 'until' | 'name';
};

/** The register as the office reads it: dense, one licence a line. */
export function RegisterTable({ rows, components, organisations, empty, order }: Props) {
  const { t, fmt, lang } = useT();
  const nameOf = (kind: string) => (components[kind] ? plainText(components[kind], lang) : kind);
  return (
    <Table
      caption={t(order === 'name' ? 'licensing:register.caption-by-name' : 'licensing:register.caption')}
      quietCaption
      rows={rows}
      rowKey={({ periodId }) => periodId}
      empty={empty}
      columns={[
        {
          key: 'holder',
          header: t('licensing:column.holder'),
          names: true,
          cell: ({ qualificationId, displayName, latinName }) => (
            <>
              <A to={`/office/register/${qualificationId}`} className="link">
                {displayName}
              </A>{' '}
              <span className="quiet" lang="en">
                {latinName}
              </span>
            </>
          ),
        },
        {
          key: 'number',
          header: t('licensing:column.number'),
          whole: true,
          cell: ({ document }) => <span className="nowrap">{document?.number}</span>,
        },
        {
          key: 'organisation',
          header: t('licensing:column.organisation'),
          cell: ({ organisationId }) => {
            const name = organisationId ? organisations[organisationId] : undefined;
            return name ? <Text value={name} quiet /> : '';
          },
        },
        {
          key: 'level',
          header: t('licensing:filter.level'),
          cell: ({ level }) => (level ? <Text value={level.name} quiet /> : ''),
        },
        {
          key: 'until',
          header: t('licensing:column.until'),
          whole: true,
          cell: ({ until }) => fmt.shortDate(until),
        },
        { key: 'state', header: t('licensing:column.state'), cell: (row) => <StandingMark standing={row} /> },
        {
          key: 'missing',
          header: t('licensing:column.missing'),
          cell: ({ missing, state }) =>
            state === 'revoked' || state === 'lapsed' ? '' : fmt.list(missing.map(nameOf)),
        },
      ]}
    />
  );
}
