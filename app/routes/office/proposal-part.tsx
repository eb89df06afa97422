import type { QualificationView } from '~/domain/licensing/get-qualification.server';
import type { AwardProposal } from '~/domain/sanctions/list-award-proposals.server';
import { Confirm } from '~/ui/kit/confirm';
import { Facts } from '~/ui/kit/facts';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { view: QualificationView; proposals: readonly AwardProposal[] };

/** What waits for a second person on this record, each with the answers that the reader may give. */
export function ProposalPart({ view, proposals }: Props) {
  const { t } = useT();
  if (view.isOwn || proposals.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 id="proposals">{t('sanctions:proposal.title')}</h2>
      {proposals.map((proposal) => (
        <article key={proposal.id} className="card stack">
          <OpenProposal proposal={proposal} zone={view.level.framework.zone} />
        </article>
      ))}
    </section>
  );
}

function OpenProposal({ proposal, zone }: { proposal: AwardProposal; zone: string }) {
  const { t, fmt } = useT();
  const { act, reason, document, legalBasis, effectiveOn, until, note, byHolder, isOwnProposal } = proposal;
  const names = [proposal.displayName, proposal.latinName].filter(Boolean).join(' · ');
  const by = { name: proposal.proposerName, date: fmt.dateTime(proposal.proposedAt, zone) };
  return (
    <>
      <h3>{t(`sanctions:proposed.${act}`)}</h3>
      <p className="quiet">{t(byHolder ? 'sanctions:proposal.asked-by' : 'sanctions:proposal.by', by)}</p>
      <Facts
        items={[
          { label: t('licensing:decide.reason'), value: t.dynamic(`licensing:why.${reason}`) },
          names ? { label: t('sanctions:correct.name'), value: names } : null,
          document ? { label: t('licensing:sanction.document'), value: document } : null,
          legalBasis ? { label: t('sanctions:legal-basis'), value: legalBasis } : null,
          {
            label: t(until ? 'sanctions:pause.from' : 'licensing:sanction.effective-on'),
            value: fmt.date(effectiveOn),
          },
          until ? { label: t('sanctions:pause.until'), value: fmt.date(until) } : null,
        ]}
      />
      {note ? <blockquote className="measure">{note}</blockquote> : null}
      {isOwnProposal ? (
        <>
          <p>{t('sanctions:proposal.own')}</p>
          <AnswerForm answer="take-back" proposal={proposal} />
        </>
      ) : (
        <>
          <AnswerForm answer="confirm" proposal={proposal} />
          <AnswerForm answer="decline" proposal={proposal} />
        </>
      )}
    </>
  );
}

type AnswerProps = { answer: 'confirm' | 'decline' | 'take-back'; proposal: AwardProposal };

function AnswerForm({ answer, proposal }: AnswerProps) {
  const { t } = useT();
  const intent = `${answer}-proposal`;
  const sent = useFormState(intent);
  const state = sent?.values.proposalId === proposal.id ? sent : undefined;
  const isDanger = answer === 'confirm' && (proposal.act === 'revoke' || proposal.act === 'suspend');
  const isTakenBack = answer === 'take-back';
  const mustSay = answer === 'decline' || (isTakenBack && proposal.wishId !== null);
  return (
    <Confirm summary={t(`sanctions:answer.${answer}.open`)} danger={isDanger} open={state !== undefined}>
      <p>{t(`sanctions:answer.${answer}.preview`)}</p>
      <Form intent={intent} scope={proposal.id} state={state}>
        <input type="hidden" name="proposalId" value={proposal.id} />
        {isTakenBack && !mustSay ? null : (
          <TextAreaField
            name="note"
            label={t(mustSay ? 'sanctions:answer.decline.why' : 'licensing:decide.note')}
            required={mustSay}
            rows={3}
            maxLength={2000}
          />
        )}
        <SubmitButton look={isDanger ? 'danger' : 'main'}>
          {t(`sanctions:answer.${answer}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
