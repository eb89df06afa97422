import { EXPIRY_KINDS } from '~/domain/amendments/inputs';
import type { DraftRules } from '~/domain/frameworks/types';
import { DateField, Field, RadioGroup, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';
import { useFormState } from '~/web/form-state';

type Props = { rules: DraftRules; seen: string; today: string };

const spanOf = ({ expiry }: DraftRules): number => (expiry.kind === 'months' ? expiry.months : expiry.years);

/** From which day, for how long, and how the end is met. */
export function TermsForm({ rules, seen, today }: Props) {
  const { t } = useT();
  const state = useFormState('terms');
  return (
    <section className="ruled stack" aria-labelledby="terms">
      <h2 id="terms">{t('amendments:terms.title')}</h2>
      <Form intent="terms" state={state}>
        <input type="hidden" name="seen" value={seen} />
        <DateField
          name="effectiveFrom"
          label={t('amendments:terms.effective-from')}
          hint={t('amendments:terms.effective-hint')}
          value={rules.effectiveFrom}
          min={today}
        />
        <SelectField
          name="expiry"
          label={t('amendments:terms.expiry')}
          value={rules.expiry.kind}
          options={EXPIRY_KINDS.map((kind) => ({ value: kind, label: t(`amendments:expiry.${kind}`) }))}
        />
        <Whole name="span" value={spanOf(rules)} hint />
        <Whole name="windowMonths" value={rules.windowMonths} />
        <Whole name="cutOffDays" value={rules.cutOffDays} hint />
        <Whole name="graceMonths" value={rules.graceMonths} />
        <RadioGroup
          name="keysRequired"
          label={t('amendments:terms.keys')}
          value={String(rules.keysRequired)}
          options={[
            { value: '1', label: t('frameworks:rule.one-key') },
            { value: '2', label: t('frameworks:rule.two-keys') },
          ]}
        />
        <SubmitButton>{t('amendments:draft.save')}</SubmitButton>
      </Form>
    </section>
  );
}

type WholeProps = { name: keyof typeof MOST; value: number; hint?: boolean };

const MOST = { span: 600, windowMonths: 60, cutOffDays: 366, graceMonths: 60 };

function Whole({ name, value, hint = false }: WholeProps) {
  const { t } = useT();
  return (
    <Field
      name={name}
      label={t(`amendments:terms.${name}`)}
      hint={hint ? t(`amendments:terms.${name === 'cutOffDays' ? 'cut-off-hint' : 'span-hint'}`) : undefined}
      type="number"
      inputMode="numeric"
      min={0}
      max={MOST[name]}
      short
      value={String(value)}
    />
  );
}
