import type { OrderableFramework } from '~/domain/reports/list-reports.server';
import { plainText } from '~/i18n/content';
import { DateField, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form, type FormState } from '~/ui/kit/form';
import { useT } from '~/ui/kit/use-t';

type Props = {
  frameworks: readonly OrderableFramework[];
  places: readonly { path: string; name: string }[];
  orderKey: string;
  state: FormState | undefined;
};

/** Orders a report: which system, which place, which day. */
export function OrderForm({ frameworks, places, orderKey, state }: Props) {
  const { t, lang } = useT();
  const days = frameworks.map(({ today }) => today).sort();
  const sees = frameworks.some(({ reach }) => reach.includes('/'));
  const whole = sees ? [{ value: '/', label: t('reports:order.whole') }] : [];
  return (
    <section aria-labelledby="order" className="stack stack-s">
      <h2 id="order">{t('reports:order.title')}</h2>
      <Form intent="order" state={state} className="form-inline">
        <input type="hidden" name="orderKey" value={orderKey} />
        <SelectField
          name="framework"
          label={t('reports:order.framework')}
          options={frameworks.map(({ slug, name }) => ({ value: slug, label: plainText(name, lang) }))}
        />
        <SelectField
          name="path"
          label={t('reports:order.place')}
          options={[...whole, ...places.map(({ path, name }) => ({ value: path, label: name }))]}
        />
        <DateField
          name="on"
          label={t('reports:order.on')}
          hint={t('reports:order.on-hint')}
          value={days[0] ?? ''}
          max={days.at(-1) ?? ''}
        />
        <SubmitButton>{t('reports:order.submit')}</SubmitButton>
      </Form>
    </section>
  );
}
