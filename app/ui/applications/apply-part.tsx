import type { Path } from '~/domain/applications/get-path.server';
import type { Renewal } from '~/domain/applications/types';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = {
  path: {
    openApplicationId: string | null;
    isHeld: boolean;
    isSuspended: boolean;
    isReady: boolean;
    renewal: Renewal | null;
    missedCutOff: Path['missedCutOff'];
  };
};

/** Where the application stands, or the form for the level or its renewal. */
export function ApplyPart({ path }: Props) {
  const { t } = useT();
  if (path.openApplicationId) {
    const isRenewal = path.isHeld || path.renewal !== null;
    return <OpenApplication applicationId={path.openApplicationId} isRenewal={isRenewal} />;
  }
  if (path.renewal) return <ApplyForm intent="renew" isReady={path.renewal.isReady} />;
  if (path.missedCutOff) return <MissedCutOff missed={path.missedCutOff} />;
  if (path.isHeld) {
    return (
      <Notice kind="ok">
        <p>{t('licensing:apply.held')}</p>
        <A to="/me/qualifications" className="link target">
          {t('licensing:mine.title')}
        </A>
      </Notice>
    );
  }
  if (path.isSuspended) {
    return (
      <Notice>
        <p>{t('applications:errors.suspended')}</p>
      </Notice>
    );
  }
  return <ApplyForm intent="apply" isReady={path.isReady} />;
}

function MissedCutOff({ missed: { lastDay, again } }: { missed: NonNullable<Path['missedCutOff']> }) {
  const { t, fmt } = useT();
  return (
    <Notice kind="warn">
      <p>{t('applications:renewal.missed', { date: fmt.date(lastDay) })}</p>
      <p>
        {again
          ? t('applications:renewal.again', { date: fmt.date(again) })
          : t('applications:renewal.anew-later')}
      </p>
    </Notice>
  );
}

function ApplyForm({ intent, isReady }: { intent: 'apply' | 'renew'; isReady: boolean }) {
  const { t, lang } = useT();
  const state = useFormState(intent);
  const isRenewal = intent === 'renew';
  const options = LANGS.map((each) => ({ value: each, label: LANG_NAMES[each].own, lang: each }));
  return (
    <Form intent={intent} state={state}>
      {isReady ? null : (
        <Notice kind="warn">
          <p>{t(isRenewal ? 'applications:renewal.not-ready' : 'licensing:apply.not-ready')}</p>
        </Notice>
      )}
      <RadioGroup
        name="languages"
        label={t('licensing:apply.languages')}
        hint={t('licensing:apply.languages-hint')}
        options={options}
        multiple
        chosen={lang === 'kk' ? ['kk', 'ru'] : [lang, 'kk']}
      />
      <TextAreaField
        name="note"
        label={t('licensing:apply.note')}
        hint={t('licensing:apply.note-hint')}
        required={false}
        rows={3}
        maxLength={2000}
      />
      <SubmitButton>{t(isRenewal ? 'applications:renewal.submit' : 'licensing:apply.submit')}</SubmitButton>
    </Form>
  );
}

function OpenApplication({ applicationId, isRenewal }: { applicationId: string; isRenewal: boolean }) {
  const { t } = useT();
  const state = useFormState('withdraw');
  return (
    <div className="stack">
      <Notice kind="info">
        <p>{t('licensing:apply.open')}</p>
      </Notice>
      <Confirm summary={t('licensing:apply.withdraw')} open={state !== undefined}>
        <p>{t(isRenewal ? 'applications:renewal.withdraw-text' : 'licensing:apply.withdraw-text')}</p>
        <Form intent="withdraw" state={state}>
          <input type="hidden" name="applicationId" value={applicationId} />
          <SubmitButton look="danger">{t('licensing:apply.withdraw-submit')}</SubmitButton>
        </Form>
      </Confirm>
    </div>
  );
}
