import { Field } from '~/ui/kit/field';
import { useT } from '~/ui/kit/use-t';

/** The name in the person's own script and, when there is one, in Latin letters. */
export function NameFields() {
  const { t, lang } = useT();
  const withPatronymic = lang === 'ru' || lang === 'kk';
  return (
    <>
      <fieldset className="field">
        <legend>{t('access:sign-up.name')}</legend>
        <p className="hint">{t('access:sign-up.name-hint')}</p>
        <Field name="family" label={t('people:names.family')} autoComplete="family-name" maxLength={80} />
        <Field name="given" label={t('people:names.given')} autoComplete="given-name" maxLength={80} />
        {withPatronymic ? (
          <Field
            name="patronymic"
            label={t('people:names.patronymic')}
            required={false}
            autoComplete="additional-name"
            maxLength={80}
          />
        ) : null}
      </fieldset>
      <fieldset className="field">
        <legend>{t('access:sign-up.latin')}</legend>
        <p className="hint">{t('access:sign-up.latin-hint')}</p>
        <Field
          name="latinFamily"
          label={t('people:names.family')}
          required={false}
          maxLength={80}
          spellCheck={false}
        />
        <Field
          name="latinGiven"
          label={t('people:names.given')}
          required={false}
          maxLength={80}
          spellCheck={false}
        />
      </fieldset>
    </>
  );
}
