import type { Profile } from '~/domain/people/get-profile.server';
import { Confirm } from '~/ui/kit/confirm';
import { Facts } from '~/ui/kit/facts';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { StatusMark } from '~/ui/kit/status';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { profile: Profile; waitingEmail: string | null };

/** E-mail and phone, an address that waits for its proof, and the way to another address. */
export function ContactSection({ profile, waitingEmail }: Props) {
  const { t, fmt } = useT();
  const { account } = profile.person;
  const email = account?.email ?? null;
  return (
    <section className="stack" id="contact">
      <UnprovedNotice waitingEmail={waitingEmail} unconfirmed={email !== null && !account?.emailConfirmed} />
      <Facts
        items={[
          email
            ? {
                label: t('people:account.email'),
                value: <Address email={email} confirmed={account?.emailConfirmed ?? false} />,
              }
            : null,
          account?.phone
            ? { label: t('people:account.phone'), value: <span className="num">{account.phone}</span> }
            : null,
          { label: t('people:account.registered'), value: fmt.date(profile.registeredAt) },
        ]}
      />
      <EmailForm isFirst={email === null} />
    </section>
  );
}

function UnprovedNotice({
  waitingEmail,
  unconfirmed,
}: {
  waitingEmail: string | null;
  unconfirmed: boolean;
}) {
  const { t } = useT();
  const state = useFormState('resend');
  if (waitingEmail === null && !unconfirmed) return null;
  return (
    <Notice kind="warn" title={t('people:account.confirm-title')}>
      <p className="break">
        {waitingEmail === null
          ? t('people:account.confirm-text')
          : t('access:email.waiting', { email: waitingEmail })}
      </p>
      <Form intent="resend" state={state} className="">
        <SubmitButton look="plain" small>
          {t('people:account.resend')}
        </SubmitButton>
      </Form>
    </Notice>
  );
}

function Address({ email, confirmed }: { email: string; confirmed: boolean }) {
  const { t } = useT();
  return (
    <span className="row">
      <span className="break">{email}</span>
      <StatusMark status={confirmed ? 'done' : 'waiting'}>
        {confirmed ? t('people:account.confirmed') : t('people:account.not-confirmed')}
      </StatusMark>
    </span>
  );
}

function EmailForm({ isFirst }: { isFirst: boolean }) {
  const { t } = useT();
  const state = useFormState('email');
  return (
    <Confirm summary={isFirst ? t('access:email.add') : t('access:email.change')} open={state !== undefined}>
      <p>{isFirst ? t('access:email.add-text') : t('access:email.change-text')}</p>
      <Form intent="email" state={state}>
        <Field
          name="email"
          type="email"
          label={t('access:email.label')}
          autoComplete="email"
          spellCheck={false}
          maxLength={200}
        />
        <Field
          name="currentPassword"
          type="password"
          label={t('access:password.current')}
          autoComplete="current-password"
        />
        <SubmitButton>{t('access:reset.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
