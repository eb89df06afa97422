import { LANGS } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { submissionKey: string; today: string };

/** Somebody new who is to sign. */
export function AppointForm({ submissionKey, today }: Props) {
  const { t } = useT();
  const state = useFormState('appoint');
  const kept = state?.values.submissionKey;
  return (
    <Confirm summary={t('signatories:appoint.open')} open={state !== undefined}>
      <p className="measure">{t('signatories:appoint.text')}</p>
      <Form intent="appoint" state={state}>
        <input
          type="hidden"
          name="submissionKey"
          value={typeof kept === 'string' && kept ? kept : submissionKey}
        />
        <Field
          name="name"
          label={t('signatories:appoint.name')}
          hint={t('signatories:appoint.name-hint')}
          maxLength={120}
        />
        <Field name="latinName" label={t('signatories:appoint.latin')} lang="en" maxLength={120} />
        <InFour name="office" />
        <InFour name="organisation" />
        <DateField name="from" label={t('signatories:appoint.from')} value={today} />
        <DateField
          name="until"
          label={t('signatories:appoint.until')}
          hint={t('signatories:appoint.until-hint')}
          required={false}
        />
        <SelectField
          name="rank"
          label={t('signatories:appoint.rank')}
          hint={t('signatories:appoint.rank-hint')}
          options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        />
        <Field
          name="document"
          label={t('signatories:document')}
          hint={t('signatories:document-hint')}
          maxLength={300}
        />
        <SubmitButton>{t('signatories:appoint.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}

/** A text in four languages; one of them is the original. */
function InFour({ name }: { name: 'office' | 'organisation' }) {
  const { t, lang } = useT();
  return (
    <fieldset className="stack">
      <legend>{t(`signatories:appoint.${name}`)}</legend>
      <SelectField
        name={`${name}.original`}
        label={t('amendments:text.original')}
        value={lang}
        options={LANGS.map((each) => ({ value: each, label: t(`shell:language.${each}`) }))}
      />
      {LANGS.map((each) => (
        <Field
          key={each}
          name={`${name}.${each}`}
          lang={each}
          label={t('signatories:appoint.in', { language: t(`shell:language.${each}`) })}
          required={false}
          maxLength={120}
        />
      ))}
    </fieldset>
  );
}
