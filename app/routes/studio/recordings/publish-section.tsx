import type { OwnRecording } from '~/domain/recordings/find-own-recording.server';
import { plainText } from '~/i18n/content';
import { Button } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { recording: OwnRecording; version: number };

/** Its instructor alone decides that it is seen, and that it is seen no more. */
export function PublishSection({ recording, version }: Props) {
  const { t } = useT();
  const { state, slug, isOwn } = recording;
  return (
    <section className="stack">
      <h2>{t('recordings:studio.publish')}</h2>
      <p className="row">
        <Tag>{t(`recordings:studio.states.${state}`)}</Tag>
        {state === 'published' ? <A to={`/recordings/${slug}`}>{t('recordings:studio.open')}</A> : null}
      </p>
      {isOwn ? null : <p className="quiet">{t('recordings:studio.publish-owner')}</p>}
      {isOwn && state === 'prepared' ? <Publish recording={recording} version={version} /> : null}
      {isOwn && state === 'published' ? <Withdraw /> : null}
    </section>
  );
}

function Publish({ recording, version }: Props) {
  const { t, lang } = useT();
  const state = useFormState('publish');
  if (version === 0 && !state) return <p className="quiet">{t('recordings:studio.publish-not-ready')}</p>;
  return (
    <Confirm summary={t('recordings:studio.publish-open')} open={state !== undefined}>
      <p>
        {t('recordings:studio.publish-what', {
          who: t(`recordings:audience.${recording.audience.kind}`),
          credit: plainText(recording.credit, lang),
        })}
      </p>
      <Form intent="publish" state={state}>
        <input type="hidden" name="version" value={version} />
        <Button>{t('recordings:studio.publish')}</Button>
      </Form>
    </Confirm>
  );
}

function Withdraw() {
  const { t } = useT();
  const state = useFormState('withdraw');
  return (
    <Confirm summary={t('recordings:studio.withdraw-open')} danger open={state !== undefined}>
      <p>{t('recordings:studio.withdraw-what')}</p>
      <Form intent="withdraw" state={state}>
        <Button look="danger">{t('recordings:studio.withdraw')}</Button>
      </Form>
    </Confirm>
  );
}
