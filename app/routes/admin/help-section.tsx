import { Confirm } from '~/ui/kit/confirm';
import { SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

const ZONE = 'Asia/Almaty';

type Props = { issued: { code: string; expiresAt: Date } | null; address: string };

/** For people who cannot get in: a code on paper, and an end to the second factor of a lost phone. */
export function HelpSection({ issued, address }: Props) {
  const { t, fmt } = useT();
  const reset = useFormState('reset-code');
  const factor = useFormState('remove-factor');
  return (
    <section className="section stack">
      <h2>{t('admin:person.help')}</h2>
      {issued ? (
        <Notice title={t('admin:person.code')} live>
          <p className="big num">{issued.code}</p>
          <p>{t('admin:person.code-text', { address, time: fmt.dateTime(issued.expiresAt, ZONE) })}</p>
        </Notice>
      ) : null}
      <Confirm summary={t('admin:person.reset')} open={reset !== undefined}>
        <p>{t('admin:person.reset-text')}</p>
        <Form intent="reset-code" state={reset} className="stack">
          <SubmitButton small>{t('admin:person.reset-submit')}</SubmitButton>
        </Form>
      </Confirm>
      <Confirm summary={t('admin:person.factor')} open={factor !== undefined} danger>
        <p>{t('admin:person.factor-text')}</p>
        <Form intent="remove-factor" state={factor} className="stack">
          <SubmitButton look="danger" small>
            {t('admin:person.factor-submit')}
          </SubmitButton>
        </Form>
      </Confirm>
    </section>
  );
}
