import { type Choice, Field, SelectField, SubmitButton } from '~/ui/kit/field';
import { Form } from '~/ui/kit/form';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

type Props = {
  filter: Readonly<Record<string, string>>;
  /** Names that the form passes on unseen. */
  keep: readonly string[];
  selects: readonly { name: string; label: string; options: readonly Choice[] }[];
  /** The address without these conditions. */
  clear: string;
};

/** Conditions of an office list as an ordinary form: the address holds them, so that it can be kept and sent. */
export function FilterForm({ filter, keep, selects, clear }: Props) {
  const { t } = useT();
  const isSet = [...selects.map(({ name }) => name), 'q'].some((name) => filter[name]);
  return (
    <search>
      <Form method="get" className="form-inline">
        {keep.map((name) => (filter[name] ? <input key={name} type="hidden" name={name} value={filter[name]} /> : null))}
        {selects.map(({ name, label, options }) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            options={options}
            empty={t('licensing:filter.all')}
            value={filter[name]}
            required={false}
          />
        ))}
        <Field name="q" type="search" label={t('licensing:filter.name')} value={filter.q} required={false} maxLength={120} />
        <SubmitButton look="plain">{t('shell:action.filter')}</SubmitButton>
        {isSet ? (
          <A to={clear} className="link target">
            {t('shell:action.clear-filter')}
          </A>
        ) : null}
      </Form>
    </search>
  );
}
