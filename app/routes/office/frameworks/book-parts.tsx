import type { ComingRules, Rulebook } from '~/domain/amendments/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceList } from '~/ui/frameworks/sentences';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { Table } from '~/ui/kit/table';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { AmendmentMark } from './amendment-mark';
import { Changes } from './changes';

/** Nothing is open: a change may begin, or the reader learns whose work it is. */
export function BeginPart({ book }: { book: Rulebook }) {
  const { t } = useT();
  const state = useFormState('begin');
  if (!book.mayAmend)
    return (
      <Notice>
        <p>{t('amendments:book.read-only')}</p>
      </Notice>
    );
  return (
    <section className="stack" aria-labelledby="begin">
      <h2 id="begin">{t('amendments:begin.title')}</h2>
      <p className="measure">{t('amendments:begin.text')}</p>
      <Form intent="begin" state={state}>
        <SubmitButton>{t('amendments:begin.submit')}</SubmitButton>
      </Form>
    </section>
  );
}

type ComingProps = { coming: ComingRules; book: Rulebook; titles: Titles };

/** Approved rules whose day has not come. */
export function ComingPart({ coming: { rules, sentences, changes }, book, titles }: ComingProps) {
  const { t, fmt } = useT();
  const { level, open, mayAmend } = book;
  const date = fmt.date(rules.effectiveFrom);
  return (
    <section className="ruled stack" aria-labelledby={`coming-${rules.number}`}>
      <h2 id={`coming-${rules.number}`}>{t('amendments:book.coming', { date })}</h2>
      <Changes changes={changes} titles={titles} caption={t('amendments:change.caption')} />
      <Fold summary={t('amendments:book.all')}>
        <SentenceList sentences={sentences} titles={titles} full />
      </Fold>
      {mayAmend ? (
        <>
          <p>
            <A to={`/office/frameworks/${level.slug}/affected?from=${rules.effectiveFrom}`} className="link">
              {t('amendments:book.affected')}
            </A>
          </p>
          {open ? null : <TakeBack ruleSetId={rules.id} date={date} />}
        </>
      ) : null}
    </section>
  );
}

function TakeBack({ ruleSetId, date }: { ruleSetId: string; date: string }) {
  const { t } = useT();
  const sent = useFormState('take-back');
  const state = sent?.values.ruleSetId === ruleSetId ? sent : undefined;
  return (
    <Confirm summary={t('amendments:take-back.open')} danger open={state !== undefined}>
      <p>{t('amendments:take-back.preview', { date })}</p>
      <Form intent="take-back" scope={ruleSetId} state={state}>
        <input type="hidden" name="ruleSetId" value={ruleSetId} />
        <TextAreaField name="note" label={t('amendments:field.reason')} rows={2} maxLength={2000} />
        <SubmitButton look="danger">{t('amendments:take-back.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

/** What became of earlier changes. */
export function ClosedPart({ closed, zone }: { closed: Rulebook['closed']; zone: string }) {
  const { t, fmt } = useT();
  if (closed.length === 0) return null;
  return (
    <Table
      caption={t('amendments:closed.caption')}
      rows={closed}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          header: t('amendments:closed.at'),
          names: true,
          cell: ({ closedAt }) => fmt.dateTime(closedAt, zone),
        },
        {
          key: 'state',
          header: t('amendments:list.open'),
          cell: ({ kind, state }) => <AmendmentMark kind={kind} state={state} />,
        },
      ]}
    />
  );
}
