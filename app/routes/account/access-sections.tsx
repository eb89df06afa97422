import type { Access, ListedSession } from '~/domain/access/get-access.server';
import { Button, ButtonLink } from '~/ui/kit/button';
import { Confirm } from '~/ui/kit/confirm';
import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { StatusMark } from '~/ui/kit/status';
import { type Column, Table } from '~/ui/kit/table';
import { Tag } from '~/ui/kit/tag';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

/** Where the moments of sessions are shown; the platform's home zone. */
const ZONE = 'Asia/Almaty';

/** Password, second factor and open sessions. */
export function AccessSections({ access }: { access: Access }) {
  return (
    <>
      <div className="two section">
        <PasswordSection />
        <FactorSection access={access} />
      </div>
      <SessionsSection sessions={access.sessions} />
    </>
  );
}

function PasswordSection() {
  const { t } = useT();
  const state = useFormState('password');
  return (
    <section className="stack">
      <h2>{t('access:password.title')}</h2>
      <p>{t('access:password.text')}</p>
      <Confirm summary={t('access:password.change')} open={state !== undefined}>
        <Form intent="password" state={state}>
          <Field
            name="currentPassword"
            type="password"
            label={t('access:password.current')}
            autoComplete="current-password"
          />
          <Field
            name="password"
            type="password"
            label={t('access:new-password.password')}
            hint={t('access:sign-up.password-hint')}
            autoComplete="new-password"
            minLength={10}
          />
          <Field
            name="passwordAgain"
            type="password"
            label={t('access:new-password.again')}
            autoComplete="new-password"
          />
          <SubmitButton>{t('access:password.change')}</SubmitButton>
        </Form>
      </Confirm>
    </section>
  );
}

function FactorSection({ access }: { access: Access }) {
  const { t } = useT();
  const { secondFactor, isFactorNeeded } = access;
  return (
    <section className="stack" id="second-factor">
      <h2>{t('access:factor.title')}</h2>
      {isFactorNeeded && secondFactor !== 'on' ? (
        <Notice kind="warn">{t('access:factor.needed')}</Notice>
      ) : null}
      {secondFactor === 'on' ? (
        <RemoveFactor />
      ) : (
        <>
          <p>{secondFactor === 'off' ? t('access:factor.off') : t('access:factor.waiting')}</p>
          {secondFactor === 'off' ? (
            <Form intent="set-up-factor" className="">
              <SubmitButton look="plain">{t('access:factor.set-up')}</SubmitButton>
            </Form>
          ) : (
            <div>
              <ButtonLink to="/account/second-factor" look="plain">
                {t('access:factor.go-on')}
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </section>
  );
}

function RemoveFactor() {
  const { t } = useT();
  const state = useFormState('remove-factor');
  return (
    <>
      <p>
        <StatusMark status="active">{t('access:factor.on')}</StatusMark>
      </p>
      <Confirm summary={t('access:factor.turn-off')} open={state !== undefined} danger>
        <p>{t('access:factor.turn-off-text')}</p>
        <Form intent="remove-factor" state={state}>
          <Field
            name="currentPassword"
            type="password"
            label={t('access:password.current')}
            autoComplete="current-password"
          />
          <SubmitButton look="danger">{t('access:factor.turn-off-submit')}</SubmitButton>
        </Form>
      </Confirm>
    </>
  );
}

function SessionsSection({ sessions }: { sessions: readonly ListedSession[] }) {
  const { t, fmt } = useT();
  const columns: readonly Column<ListedSession>[] = [
    {
      key: 'device',
      header: t('access:sessions.device'),
      names: true,
      cell: (session) => <Device session={session} />,
    },
    {
      key: 'since',
      header: t('access:sessions.since'),
      cell: ({ createdAt }) => fmt.dateTime(createdAt, ZONE),
    },
    {
      key: 'seen',
      header: t('access:sessions.seen'),
      cell: ({ lastSeenAt }) => fmt.dateTime(lastSeenAt, ZONE),
    },
    {
      key: 'end',
      header: t('access:sessions.end'),
      cell: ({ id, isThis }) => (isThis ? null : <EndSession id={id} />),
    },
  ];
  return (
    <section className="section stack" id="sessions">
      <h2>{t('access:sessions.title')}</h2>
      <p className="measure">{t('access:sessions.text')}</p>
      <Table
        caption={t('access:sessions.title')}
        quietCaption
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      {sessions.length > 1 ? (
        <Form intent="end-others" className="">
          <SubmitButton look="plain">{t('access:sessions.end-others')}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

function Device({ session }: { session: ListedSession }) {
  const { t } = useT();
  return (
    <>
      {session.device || t('access:sessions.unknown')}{' '}
      {session.isThis ? <Tag>{t('access:sessions.this')}</Tag> : null}
    </>
  );
}

function EndSession({ id }: { id: string }) {
  const { t } = useT();
  return (
    <Form intent="end-session" className="">
      <input type="hidden" name="sessionId" value={id} />
      <Button look="plain" small>
        {t('access:sessions.end')}
      </Button>
    </Form>
  );
}
