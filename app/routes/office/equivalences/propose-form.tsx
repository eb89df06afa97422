import type { BlankProposal } from '~/domain/equivalences/open-proposal.server';
import { LANGS } from '~/i18n/locales';
import type { Titles } from '~/ui/applications/finding-steps';
import { RequirementWords } from '~/ui/equivalences/requirement-words';
import { DateField, Field, RadioGroup, SubmitButton, TextAreaField } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { Notice } from '~/ui/kit/notice';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Chosen = NonNullable<BlankProposal['chosen']>;
type Props = { blank: BlankProposal; chosen: Chosen; titles: Titles };

/** What counts, under which conditions, from when and why; who would be affected stands above. */
export function ProposeForm({ blank, chosen, titles }: Props) {
  const { t } = useT();
  const state = useFormState();
  const kept = state?.values.submissionKey;
  return (
    <Form state={state}>
      <Notice kind="info">
        <p>{t('equivalences:new.people', { count: chosen.people })}</p>
      </Notice>
      <input
        type="hidden"
        name="submissionKey"
        value={typeof kept === 'string' && kept ? kept : blank.submissionKey}
      />
      <input type="hidden" name="external" value={chosen.external} />
      <input type="hidden" name="level" value={chosen.level.slug} />
      <RadioGroup
        name="counts"
        label={t('equivalences:field.counts')}
        hint={t('equivalences:field.counts-hint')}
        multiple
        options={chosen.countable.map(({ key, sentence }) => ({
          value: key,
          label: <RequirementWords sentence={sentence} titles={titles} />,
        }))}
      />
      <Conditions />
      <DateField
        name="validFrom"
        label={t('equivalences:field.valid-from')}
        hint={t('equivalences:field.valid-from-hint')}
        value={chosen.today}
      />
      <DateField
        name="validUntil"
        label={t('equivalences:field.valid-until')}
        hint={t('equivalences:field.valid-until-hint')}
        required={false}
      />
      <Field
        name="document"
        label={t('equivalences:field.document')}
        hint={t('equivalences:field.document-hint')}
        maxLength={200}
      />
      <TextAreaField name="reason" label={t('equivalences:field.reason')} rows={3} maxLength={2000} />
      <p className="hint">{t('equivalences:new.second')}</p>
      <SubmitButton>{t('equivalences:new.submit')}</SubmitButton>
    </Form>
  );
}

function Conditions() {
  const { t } = useT();
  return (
    <>
      {LANGS.map((lang) => (
        <TextAreaField
          key={lang}
          name={`conditions.${lang}`}
          lang={lang}
          label={t('equivalences:field.conditions', { language: t(`shell:language.${lang}`) })}
          required={false}
          rows={2}
          maxLength={1000}
        />
      ))}
    </>
  );
}
