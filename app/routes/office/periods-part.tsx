import type { QualificationView } from '~/domain/licensing/get-qualification.server';
import { plainText } from '~/i18n/content';
import { componentRules } from '~/ui/frameworks/component-rules';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { StandingMark } from '~/ui/licensing/standing-mark';

/** Every cycle, the newest first. */
export function Periods({ view }: { view: QualificationView }) {
  const { t, fmt } = useT();
  return (
    <Table
      caption={t('licensing:record.periods')}
      rows={view.periods}
      rowKey={({ facts }) => facts.periodId}
      columns={[
        {
          key: 'no',
          header: t('licensing:record.no'),
          names: true,
          cell: ({ facts }) => fmt.number(facts.no),
        },
        { key: 'from', header: t('licensing:record.from'), cell: ({ facts }) => fmt.shortDate(facts.from) },
        {
          key: 'until',
          header: t('licensing:column.until'),
          cell: ({ facts }) => fmt.shortDate(facts.until),
        },
        {
          key: 'window',
          header: t('licensing:record.window'),
          cell: ({ facts }) => (facts.windowOpens ? fmt.shortDate(facts.windowOpens) : ''),
        },
        {
          key: 'grace',
          header: t('licensing:record.grace'),
          cell: ({ facts }) => (facts.graceUntil ? fmt.shortDate(facts.graceUntil) : ''),
        },
        {
          key: 'state',
          header: t('licensing:column.state'),
          cell: ({ standing }) => <StandingMark standing={standing} />,
        },
      ]}
    />
  );
}

/** Live conditions, the longest first. */
export function Components({ view }: { view: QualificationView }) {
  const { t, fmt, lang } = useT();
  const rules = componentRules(
    view.level,
    view.periods.map(({ facts }) => facts.ruleSetVersionId),
  );
  const nameOf = (kind: string) => {
    const rule = rules.find((each) => each.kind === kind);
    return rule ? plainText(rule.name, lang) : kind;
  };
  return (
    <Table
      caption={t('licensing:record.components')}
      rows={view.components}
      rowKey={({ kind, from, until }) => `${kind}-${from}-${until}`}
      columns={[
        {
          key: 'kind',
          header: t('licensing:record.component'),
          names: true,
          cell: ({ kind }) => nameOf(kind),
        },
        { key: 'from', header: t('licensing:record.from'), cell: ({ from }) => fmt.shortDate(from) },
        { key: 'until', header: t('licensing:column.until'), cell: ({ until }) => fmt.shortDate(until) },
      ]}
    />
  );
}
