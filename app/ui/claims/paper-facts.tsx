import type { ClaimRow, PaperFacts as Paper } from '~/domain/claims/types';
import { type LocalizedText, plainText } from '~/i18n/content';
import { Facts } from '~/ui/kit/facts';
import { Table } from '~/ui/kit/table';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { claimName } from './claim-name';

/** Names of external levels by their slugs. */
export type ExternalNames = Readonly<Record<string, LocalizedText>>;

/** What the coach wrote about the paper. */
export function PaperFacts({ claim, names }: { claim: ClaimRow; names: ExternalNames }) {
  const { t, fmt } = useT();
  const known = claim.external ? names[claim.external] : undefined;
  return (
    <Facts
      items={[
        { label: t('claims:mine.column-kind'), value: claimName(claim, t) },
        { label: t('claims:field.known-as'), value: known ? <Text value={known} quiet /> : null },
        { label: t('claims:field.issuer'), value: claim.issuer },
        { label: t('claims:field.number'), value: claim.number },
        { label: t('claims:case.on-paper'), value: claim.nameOnPaper },
        { label: t('claims:field.issued-on'), value: fmt.date(claim.issuedOn) },
        { label: t('claims:field.valid-until'), value: claim.validUntil && fmt.date(claim.validUntil) },
        { label: t('claims:field.hours'), value: claim.hours === null ? null : fmt.hours(claim.hours) },
        { label: t('claims:field.note'), value: claim.note },
      ]}
    />
  );
}

/** Issuer, number and dates of a confirmed paper, as the coach wrote them and as the registrar read them. */
export function PaperComparison({ typed, read, names }: { typed: Paper; read: Paper; names: ExternalNames }) {
  const { t, fmt, lang } = useT();
  const known = ({ external }: Paper) => {
    const name = external ? names[external] : undefined;
    return name ? plainText(name, lang) : '';
  };
  const day = (value: string | null) => (value ? fmt.shortDate(value) : '');
  const rows = [
    { label: t('claims:field.known-as'), typed: known(typed), read: known(read) },
    { label: t('claims:field.issuer'), typed: typed.issuer, read: read.issuer },
    { label: t('claims:field.number'), typed: typed.number ?? '', read: read.number ?? '' },
    { label: t('claims:field.issued-on'), typed: day(typed.issuedOn), read: day(read.issuedOn) },
    { label: t('claims:field.valid-until'), typed: day(typed.validUntil), read: day(read.validUntil) },
  ];
  return (
    <Table
      caption={t('claims:one.comparison')}
      rows={rows.filter((row) => row.typed || row.read)}
      rowKey={({ label }) => label}
      columns={[
        { key: 'fact', header: t('claims:one.fact'), names: true, cell: ({ label }) => label },
        { key: 'typed', header: t('claims:one.typed'), cell: (row) => row.typed },
        {
          key: 'read',
          header: t('claims:one.read'),
          cell: (row) => (row.read === row.typed ? row.read : <strong>{row.read}</strong>),
        },
      ]}
    />
  );
}
