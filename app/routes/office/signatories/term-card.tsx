import type { ListedTerm } from '~/domain/frameworks/list-signatories.server';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { DateField, Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { OwnName } from '~/ui/people/own-name';
import { useFormState } from '~/web/form-state';

type Props = { term: ListedTerm; zone: string; mayAppoint: boolean };

/** One term: who, in which office, from when to when, on what it rests, and what can be done. */
export function TermCard({ term, zone, mayAppoint }: Props) {
  const { t, fmt } = useT();
  const { name, latinName, office, organisation, from, lastDay, document, state } = term;
  return (
    <article className="card stack stack-s" id={term.id}>
      <h3>
        <OwnName>{name}</OwnName> {latinName ? <span className="quiet">{latinName}</span> : null}
      </h3>
      <p>
        <Text value={office} quiet />, <Text value={organisation} quiet />
      </p>
      <p className="row">
        <Tag>{t(term.isInOffice ? 'signatories:in-office' : `signatories:state.${state}`)}</Tag>
        {term.isInOffice && state === 'ending' ? <Tag>{t('signatories:state.ending')}</Tag> : null}
      </p>
      <p className="num">
        {lastDay
          ? t('signatories:from-until', { from: fmt.date(from), until: fmt.date(lastDay) })
          : t('signatories:since', { from: fmt.date(from) })}
      </p>
      {document ? <p className="quiet">{t('signatories:basis', { document })}</p> : null}
      <Acts term={term} zone={zone} />
      {mayAppoint && (state === 'proposed' || state === 'ending') ? <Decide term={term} /> : null}
      {mayAppoint && state === 'confirmed' ? <EndTerm term={term} /> : null}
    </article>
  );
}

function Acts({ term: { acts }, zone }: Pick<Props, 'term' | 'zone'>) {
  const { t, fmt } = useT();
  return (
    <Fold summary={t('amendments:open.history')}>
      <ul className="list">
        {acts.map(({ act, on, document, actorName, recordedAt }) => (
          <li key={recordedAt.toISOString() + act}>
            {t(`signatories:act.${act}`, { day: on ? fmt.date(on) : '' })}{' '}
            <span className="quiet">
              {[actorName, fmt.dateTime(recordedAt, zone), act === 'end' ? document : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Forms of many terms stand on one page: what was sent belongs to one of them. */
function useStateOf(intent: 'decide' | 'end', { id }: ListedTerm) {
  const sent = useFormState(intent);
  return sent?.values.signatoryId === id ? sent : undefined;
}

function Seen({ term: { id, acts } }: Pick<Props, 'term'>) {
  return (
    <>
      <input type="hidden" name="signatoryId" value={id} />
      <input type="hidden" name="seen" value={acts.length} />
    </>
  );
}

function Decide({ term }: Pick<Props, 'term'>) {
  const { t, fmt } = useT();
  const state = useStateOf('decide', term);
  const last = term.acts.at(-1);
  const asked = term.state === 'ending' ? 'end' : 'appoint';
  return (
    <Confirm summary={t(`signatories:decide.${asked}`)} open={state !== undefined}>
      <p>{t(`signatories:decide.${asked}-text`, { day: last?.on ? fmt.date(last.on) : '' })}</p>
      <Form intent="decide" state={state} className="row">
        <Seen term={term} />
        {term.mayConfirm ? (
          <SubmitButton name="decision" value="confirm">
            {t('signatories:decide.confirm')}
          </SubmitButton>
        ) : (
          <p className="quiet">{t('signatories:decide.waits')}</p>
        )}
        <SubmitButton name="decision" value="refuse" look="plain">
          {t(term.mayConfirm ? 'signatories:decide.refuse' : 'signatories:decide.take-back')}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}

function EndTerm({ term }: Pick<Props, 'term'>) {
  const { t } = useT();
  const state = useStateOf('end', term);
  return (
    <Confirm summary={t('signatories:end.open')} open={state !== undefined}>
      <p>{t('signatories:end.text')}</p>
      <Form intent="end" state={state}>
        <Seen term={term} />
        <DateField
          name="on"
          label={t('signatories:end.on')}
          min={term.from}
          {...(term.until ? { max: term.until } : {})}
        />
        <Field
          name="document"
          label={t('signatories:document')}
          hint={t('signatories:document-hint')}
          maxLength={300}
        />
        <SubmitButton>{t('signatories:end.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
