import type { ShownSound } from '~/domain/sounds/types';
import { Button, ButtonLink } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';

/** One added sound: what it is called, where it stands against the picture, how far it is. */
export function AddedSound({ sound }: { sound: ShownSound }) {
  const { t, path } = useT();
  const { id, lang, label, fileName, state, refusal, preview } = sound;
  return (
    <div className="stack stack-s">
      <p>
        <span className="strong" lang={lang}>
          {label}
        </span>{' '}
        <span className="quiet break">{fileName}</span>
      </p>
      <p>
        <State sound={sound} />{' '}
        {state === 'waits' || state === 'plays' ? <Offset ms={sound.offsetMs} /> : null}
      </p>
      {refusal ? <Notice kind="warn">{t.dynamic(`sounds:refusal.${refusal}`)}</Notice> : null}
      {state === 'failed' ? (
        <Form intent="examine-again">
          <input type="hidden" name="sound" value={id} />
          <Button look="plain">{t('sounds:examine-again')}</Button>
        </Form>
      ) : null}
      {preview ? (
        <p>
          <ButtonLink to={`${path}?sound=${id}#align`} look={state === 'draft' ? 'main' : 'plain'}>
            {t('sounds:open')}
          </ButtonLink>
        </p>
      ) : null}
      <Confirm summary={t('sounds:remove')} danger>
        <p className="measure">{t('sounds:remove-what', { name: fileName })}</p>
        <Form intent="remove">
          <input type="hidden" name="sound" value={id} />
          <Button look="danger">{t('sounds:remove-now')}</Button>
        </Form>
      </Confirm>
    </div>
  );
}

function State({ sound: { state } }: { sound: ShownSound }) {
  const { t } = useT();
  if (state === 'checking') return <StatusMark status="waiting">{t('sounds:state.checking')}</StatusMark>;
  if (state === 'failed') return <StatusMark status="failed">{t('sounds:state.failed')}</StatusMark>;
  if (state === 'refused') return <StatusMark status="failed">{t('sounds:state.refused')}</StatusMark>;
  if (state === 'draft') return <StatusMark status="draft">{t('sounds:state.draft')}</StatusMark>;
  if (state === 'plays') return <StatusMark status="done">{t('sounds:state.plays')}</StatusMark>;
  return <StatusMark status="running">{t('sounds:state.waits')}</StatusMark>;
}

function Offset({ ms }: { ms: number }) {
  const { t, fmt } = useT();
  const by = { ms: fmt.number(Math.abs(ms)) };
  if (ms === 0) return <span className="quiet">{t('sounds:together')}</span>;
  return <span className="quiet num">{ms > 0 ? t('sounds:later', by) : t('sounds:earlier', by)}</span>;
}
