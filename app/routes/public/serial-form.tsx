import { Field, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';

/** Asks for the serial on a paper and leads to its answer. */
export function SerialForm({ value }: { value?: string }) {
  const { t, lang } = useT();
  return (
    <Form method="get" action={`/${lang}/verify`}>
      <Field
        name="serial"
        label={t('credentials:verify.serial')}
        hint={t('credentials:verify.hint')}
        value={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
      />
      <div>
        <SubmitButton>{t('credentials:verify.check')}</SubmitButton>
      </div>
    </Form>
  );
}
