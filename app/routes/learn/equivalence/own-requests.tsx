import type { Appeal } from '~/domain/appeals/types';
import type { MadeRequestAct, OwnRequest } from '~/domain/equivalences/types';
import type { Countable } from '~/domain/frameworks/types';
import { AppealPart } from '~/ui/appeals/appeal-part';
import type { Titles } from '~/ui/applications/finding-steps';
import { RequestMark } from '~/ui/equivalences/request-mark';
import { RequirementList } from '~/ui/equivalences/requirement-list';
import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Words = { zone: string; countable: readonly Countable[]; titles: Titles };
type Appeals = {
  appeals: readonly Appeal[];
  /** Last days for appeals, by refusal. */
  appealable: Readonly<Record<string, string>>;
};
type Props = Words & Appeals & { requests: readonly OwnRequest[] };

/** What the coach asked for the level, newest first, with the office's answers and what was granted. */
export function OwnRequests({ requests, ...shared }: Props) {
  const { t } = useT();
  if (requests.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="requests">
      <h2 id="requests">{t('equivalences:ask.asked')}</h2>
      <ul className="list">
        {requests.map((request) => (
          <li key={request.id} className="stack stack-s">
            <OneRequest request={request} {...shared} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The office's answers; what came of an appeal stands beneath its answer. */
function OneRequest({
  request: { id, state, statement, lang, askedAt, acts },
  appeals,
  appealable,
  ...words
}: Words & Appeals & { request: OwnRequest }) {
  const { t, fmt } = useT();
  const sent = useFormState('withdraw');
  return (
    <>
      <RequestMark state={state} />
      <p className="quiet">{fmt.dateTime(askedAt, words.zone)}</p>
      <blockquote className="measure" lang={lang}>
        {statement}
      </blockquote>
      {acts
        .filter(({ act }) => act !== 'withdraw' && act !== 'reopen')
        .map((act) => (
          <div key={act.id} className="stack stack-s">
            <Answer act={act} {...words} />
            <AppealPart
              appeal={appeals.find(({ requestActId }) => requestActId === act.id)}
              until={appealable[act.id] ?? null}
              target={{ name: 'requestId', id }}
              zone={words.zone}
            />
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

function Answer({
  act: { recordedAt, counts, note, document, effectiveOn },
  ...words
}: Words & { act: MadeRequestAct }) {
  const { t, fmt } = useT();
  return (
    <div className="stack stack-s">
      <p className="strong">
        {t('equivalences:ask.answered', { date: fmt.dateTime(recordedAt, words.zone) })}
      </p>
      {effectiveOn ? <p>{t('equivalences:request-act.revoke', { date: fmt.date(effectiveOn) })}</p> : null}
      <RequirementList keys={counts} countable={words.countable} titles={words.titles} />
      <blockquote className="measure">{note}</blockquote>
      {document ? <p className="quiet">{document}</p> : null}
    </div>
  );
}
