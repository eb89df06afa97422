import type { ListedVersion } from '~/domain/conduct/list-versions.server';
import { Confirm, Fold } from '~/ui/kit/confirm';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Markdown } from '~/ui/kit/markdown';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { version: ListedVersion };

/** One version: its words, from when, why, on what it rests, who proposed and decided it and when. */
export function VersionCard({ version }: Props) {
  const { t, fmt } = useT();
  const { number, state, framework, inForceFrom, document, reason } = version;
  return (
    <article className="card stack stack-s" id={version.id}>
      <h3>{number === null ? t('conduct:office.proposal') : t('conduct:version', { number })}</h3>
      <p>
        <Text value={framework.name} quiet />
      </p>
      <p className="row">
        <Tag>{t(`conduct:office.state.${state}`)}</Tag>
        <span className="num">
          {t('conduct:propose.from')}: {fmt.date(inForceFrom)}
        </span>
      </p>
      <p>{t('conduct:office.reason', { reason })}</p>
      <p className="quiet">{t('conduct:office.basis', { document })}</p>
      <Who version={version} />
      <Fold summary={t('conduct:office.text')} open={state === 'proposed'}>
        <Markdown value={version.text} level={4} />
      </Fold>
      {version.mayDecide ? <Decide version={version} /> : null}
    </article>
  );
}

function Who({ version }: Props) {
  const { t, fmt } = useT();
  const { proposedAt, proposerName, outcome, decidedAt, deciderName, note, framework } = version;
  const at = (moment: Date) => fmt.dateTime(moment, framework.zone);
  return (
    <ul className="list quiet">
      <li>{t('conduct:office.by.proposed', { name: proposerName, at: at(proposedAt) })}</li>
      {outcome && decidedAt ? (
        <li>
          {t(`conduct:office.by.${outcome}`, { name: deciderName, at: at(decidedAt) })}
          {note ? ` · ${note}` : ''}
        </li>
      ) : null}
    </ul>
  );
}

function Decide({ version: { id, isOwn } }: Props) {
  const { t } = useT();
  const sent = useFormState('decide');
  const state = sent?.values.versionId === id ? sent : undefined;
  return (
    <Confirm summary={t('conduct:decide.open')} open={state !== undefined}>
      <p className="measure">{t(isOwn ? 'conduct:decide.waits' : 'conduct:decide.text')}</p>
      <Form intent="decide" scope={id} state={state}>
        <input type="hidden" name="versionId" value={id} />
        <Field name="note" label={t('conduct:decide.note')} required={false} maxLength={300} />
        <div className="row">
          {isOwn ? null : (
            <SubmitButton name="decision" value="confirm">
              {t('conduct:decide.confirm')}
            </SubmitButton>
          )}
          <SubmitButton name="decision" value="decline" look="plain">
            {t(isOwn ? 'conduct:decide.take-back' : 'conduct:decide.decline')}
          </SubmitButton>
        </div>
      </Form>
    </Confirm>
  );
}
