import type { AmendmentPower, OpenAmendment, Rulebook } from '~/domain/amendments/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { SentenceList } from '~/ui/frameworks/sentences';
import { ButtonLink } from '~/ui/kit/button';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';
import { AmendmentMark } from './amendment-mark';
import { Changes } from './changes';

type Props = { book: Rulebook; open: OpenAmendment; titles: Titles };

/** The change that is being drafted or waits for another registrar. */
export function OpenPart({ book, open, titles }: Props) {
  const { t, fmt } = useT();
  const { level, mayAmend } = book;
  const day = open.rules?.effectiveFrom ?? open.target?.effectiveFrom;
  const date = day ? fmt.date(day) : '';
  return (
    <section className="stack" aria-labelledby="open">
      <h2 id="open">{t(`amendments:open.${open.kind}`, { date })}</h2>
      <p>
        <AmendmentMark kind={open.kind} state={open.state} />
      </p>
      {open.rules ? (
        <>
          {open.replaces ? <p className="measure">{t('amendments:open.replaces', { date })}</p> : null}
          <Changes changes={open.changes} titles={titles} caption={t('amendments:change.caption')} />
          <Fold summary={t('amendments:book.all')}>
            <SentenceList sentences={open.sentences} titles={titles} full />
          </Fold>
          {mayAmend ? (
            <p>
              <A to={`/office/frameworks/${level.slug}/affected`} className="link">
                {t('amendments:book.affected')}
              </A>
            </p>
          ) : null}
        </>
      ) : (
        <p className="measure">{t('amendments:take-back.preview', { date })}</p>
      )}
      <Faults faults={open.faults} />
      <Acts open={open} zone={level.framework.zone} />
      {mayAmend ? <Powers open={open} level={level.slug} date={date} /> : null}
    </section>
  );
}

/** Why the rules cannot be proposed as they are. */
export function Faults({ faults }: Pick<OpenAmendment, 'faults'>) {
  const { t } = useT();
  if (faults.length === 0) return null;
  return (
    <Notice kind="warn" title={t('amendments:open.faults')}>
      <ul className="list">
        {faults.map((fault) => (
          <li key={fault}>{t(`frameworks:fault.${fault}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Acts({ open, zone }: { open: OpenAmendment; zone: string }) {
  const { t, fmt } = useT();
  return (
    <Fold summary={t('amendments:open.history')} open={open.acts.some(({ note }) => note !== '')}>
      <ul className="list">
        {open.acts.map(({ act, actorName, note, recordedAt }) => (
          <li key={`${act}-${String(recordedAt)}`}>
            {t(`amendments:act.${act}`, { name: actorName, at: fmt.dateTime(recordedAt, zone) })}
            {note ? <blockquote className="quiet">{note}</blockquote> : null}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Powers({ open, level, date }: { open: OpenAmendment; level: string; date: string }) {
  const { t } = useT();
  const has = (power: AmendmentPower) => open.powers.includes(power);
  return (
    <div className="stack">
      {open.state === 'proposed' && open.isOwn ? (
        <Notice>
          <p>{t('amendments:open.waits')}</p>
        </Notice>
      ) : null}
      <div className="row">
        {has('edit') ? (
          <ButtonLink to={`/office/frameworks/${level}/draft`} look="plain">
            {t('amendments:open.edit')}
          </ButtonLink>
        ) : null}
        {has('propose') ? <PowerForm power="propose" open={open} date={date} /> : null}
        {has('approve') ? <PowerForm power="approve" open={open} date={date} /> : null}
        {has('return') ? <PowerForm power="return" open={open} date={date} /> : null}
        {has('refuse') ? <PowerForm power="refuse" open={open} date={date} /> : null}
        {has('withdraw') ? <PowerForm power="withdraw" open={open} date={date} /> : null}
      </div>
    </div>
  );
}

type PowerProps = { power: Exclude<AmendmentPower, 'edit'>; open: OpenAmendment; date: string };

/** Says what will happen, then does it. */
function PowerForm({ power, open, date }: PowerProps) {
  const { t } = useT();
  const state = useFormState(power);
  const isDanger = power === 'refuse' || power === 'withdraw';
  const words = power === 'approve' && open.kind === 'withdrawal' ? 'approve-withdrawal' : power;
  const needsReason = power === 'return' || power === 'refuse';
  return (
    <Confirm summary={t(`amendments:power.${words}.open`)} danger={isDanger} open={state !== undefined}>
      <p>{t(`amendments:power.${words}.preview`, { date })}</p>
      {power === 'approve' && open.replaces ? <p>{t('amendments:open.replaces', { date })}</p> : null}
      <Form intent={power} state={state}>
        <input type="hidden" name="amendmentId" value={open.id} />
        <input type="hidden" name="seen" value={open.fingerprint} />
        {power === 'withdraw' ? null : (
          <TextAreaField
            name="note"
            label={t(needsReason ? 'amendments:field.reason' : 'amendments:field.note')}
            required={needsReason}
            rows={2}
            maxLength={2000}
          />
        )}
        <SubmitButton look={isDanger ? 'danger' : 'main'}>
          {t(`amendments:power.${words}.submit`)}
        </SubmitButton>
      </Form>
    </Confirm>
  );
}
