import type { OwnRequest } from '~/domain/equivalences/types';
import { RequestMark } from '~/ui/equivalences/request-mark';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { requests: readonly OwnRequest[]; zone: string };

/** What the coach asked for the level, newest first, with the office's answers. */
export function OwnRequests({ requests, zone }: Props) {
  const { t } = useT();
  if (requests.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t('equivalences:ask.asked')}</h2>
      <ul className="list">
        {requests.map((request) => (
          <li key={request.id} className="stack stack-s">
            <OneRequest request={request} zone={zone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRequest({
  request: { id, state, statement, lang, askedAt, acts },
  zone,
}: {
  request: OwnRequest;
  zone: string;
}) {
  const { t, fmt } = useT();
  const sent = useFormState('withdraw');
  return (
    <>
      <RequestMark state={state} />
      <p className="quiet">{fmt.dateTime(askedAt, zone)}</p>
      <blockquote className="measure" lang={lang}>
        {statement}
      </blockquote>
      {acts
        .filter(({ act }) => act !== 'withdraw')
        .map((act) => (
          <div key={act.id} className="stack stack-s">
            <p className="strong">
              {t('equivalences:ask.answered', { date: fmt.dateTime(act.recordedAt, zone) })}
            </p>
            <blockquote className="measure">{act.note}</blockquote>
            {act.document ? <p className="quiet">{act.document}</p> : null}
          </div>
        ))}
      {state === 'asked' || state === 'proposed' ? (
        <Confirm summary={t('equivalences:ask.withdraw')} open={sent !== undefined}>
          <p>{t('equivalences:ask.withdraw-text')}</p>
          <Form intent="withdraw" state={sent}>
            <input type="hidden" name="requestId" value={id} />
            <SubmitButton look="danger">{t('equivalences:ask.withdraw-submit')}</SubmitButton>
          </Form>
        </Confirm>
      ) : null}
    </>
  );
}
