import { POINT_CATEGORIES } from '~/domain/frameworks/inputs';
import { CARRIED, type LedgerEntry } from '~/domain/ledger/types';
import type { QualificationView } from '~/domain/licensing/get-qualification.server';
import { Confirm } from '~/ui/kit/confirm';
import { SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { view: QualificationView; points: readonly LedgerEntry[] };

/** What renewals of this award counted, with what was taken back; nothing before the first renewal. */
export function PointsPart({ view, points }: Props) {
  const { t, fmt } = useT();
  if (points.length === 0) return null;
  const cycles = new Map(view.periods.map(({ facts }) => [facts.periodId, facts.no]));
  const kindOf = (category: string) => {
    const known = POINT_CATEGORIES.find((each) => each === category) ?? 'other';
    return category === CARRIED ? t('applications:points.from-before') : t(`frameworks:points.${known}`);
  };
  const { zone } = view.level.framework;
  const live = points.filter(({ isReversed, reversesId }) => !isReversed && !reversesId);
  const nameOf = ({ category, points: given, recordedAt }: LedgerEntry) =>
    t('applications:take-back.entry', {
      kind: kindOf(category),
      points: fmt.number(given),
      date: fmt.dateTime(recordedAt, zone),
    });
  return (
    <div className="stack">
      <Table
        caption={t('applications:points.caption')}
        rows={points}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'kind',
            header: t('applications:points.kind'),
            names: true,
            cell: ({ category, note }) => (
              <>
                {kindOf(category)}
                {note ? <blockquote className="quiet">{note}</blockquote> : null}
              </>
            ),
          },
          {
            key: 'no',
            header: t('licensing:record.no'),
            numeric: true,
            cell: ({ periodId }) => fmt.number(cycles.get(periodId) ?? 0),
          },
          {
            key: 'points',
            header: t('applications:points.points'),
            numeric: true,
            cell: (entry) => fmt.number(entry.points),
          },
          {
            key: 'on',
            header: t('applications:points.counted-on'),
            cell: ({ recordedAt }) => fmt.dateTime(recordedAt, view.level.framework.zone),
          },
          {
            key: 'act',
            header: t('licensing:column.state'),
            cell: ({ isReversed, reversesId }) =>
              isReversed || reversesId ? t('applications:points.reversed') : '',
          },
        ]}
      />
      {live.length > 0 && !view.isOwn ? <TakeBack entries={live} nameOf={nameOf} /> : null}
    </div>
  );
}

type TakeBackProps = { entries: readonly LedgerEntry[]; nameOf: (entry: LedgerEntry) => string };

function TakeBack({ entries, nameOf }: TakeBackProps) {
  const { t } = useT();
  const state = useFormState('take-back');
  return (
    <Confirm summary={t('applications:take-back.open')} danger open={state !== undefined}>
      <p>{t('applications:take-back.preview')}</p>
      <Form intent="take-back" state={state}>
        <SelectField
          name="entryId"
          label={t('applications:take-back.which')}
          empty={t('shell:form.choose')}
          options={entries.map((entry) => ({ value: entry.id, label: nameOf(entry) }))}
        />
        <TextAreaField name="note" label={t('applications:take-back.note')} rows={2} maxLength={2000} />
        <SubmitButton look="danger">{t('applications:take-back.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
