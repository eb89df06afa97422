import { CODE_LENGTH } from '~/domain/conduct/inputs';
import type { OfficeCode } from '~/domain/conduct/list-versions.server';
import { LANGS } from '~/i18n/locales';
import { Confirm } from '~/ui/kit/confirm';
import { DateField, Field, RadioGroup, SelectField, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { code: OfficeCode; submissionKey: string };

/** The next version of one federation's code; it begins with the words of the last one. */
export function ProposeForm({ code: { framework, last, today }, submissionKey }: Props) {
  const { t, lang } = useT();
  const sent = useFormState('propose');
  const state = sent?.values.framework === framework.slug ? sent : undefined;
  const kept = state?.values.submissionKey;
  return (
    <Confirm summary={t('conduct:propose.open')} open={state !== undefined}>
      <p className="measure">{t('conduct:propose.text')}</p>
      <Form intent="propose" scope={framework.slug} state={state}>
        <input type="hidden" name="framework" value={framework.slug} />
        <input
          type="hidden"
          name="submissionKey"
          value={typeof kept === 'string' && kept ? kept : submissionKey}
        />
        <SelectField
          name="original"
          label={t('amendments:text.original')}
          value={last?.text.original ?? lang}
          options={LANGS.map((each) => ({ value: each, label: t(`shell:language.${each}`) }))}
        />
        {LANGS.map((each) => (
          <TextAreaField
            key={each}
            name={`text.${each}`}
            lang={each}
            label={t('conduct:propose.body', { language: t(`shell:language.${each}`) })}
            hint={t('conduct:propose.body-hint')}
            required={false}
            rows={10}
            maxLength={CODE_LENGTH}
            value={last?.text[each]?.text ?? ''}
          />
        ))}
        <RadioGroup
          multiple
          name="machine"
          label={t('conduct:propose.machine')}
          hint={t('conduct:propose.machine-hint')}
          required={false}
          chosen={LANGS.filter((each) => last?.text[each]?.origin === 'machine')}
          options={LANGS.map((each) => ({ value: each, label: t(`shell:language.${each}`) }))}
        />
        <DateField name="inForceFrom" label={t('conduct:propose.from')} {...(last ? { min: today } : {})} />
        <TextAreaField name="reason" label={t('conduct:propose.reason')} rows={3} maxLength={2000} />
        <Field
          name="document"
          label={t('conduct:propose.document')}
          hint={t('conduct:propose.document-hint')}
          maxLength={300}
        />
        <SubmitButton>{t('conduct:propose.submit')}</SubmitButton>
      </Form>
    </Confirm>
  );
}
