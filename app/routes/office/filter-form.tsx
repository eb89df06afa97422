import type { Choice } from '~/ui/kit/field';
import { SubmitButton } from '~/ui/kit/field';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

/** `empty`: the words of the first choice, which sets no condition; «all» unless told. */
type Select = { name: string; label: string; options: readonly Choice[]; empty?: string };

type Props = {
  filter: Readonly<Record<string, string>>;
  /** Names that the form passes on unseen. */
  keep: readonly string[];
  selects: readonly Select[];
  /** Days, by the name of each. */
  days?: readonly { name: string; label: string }[];
  /** What the field for words finds; names, unless told. */
  wordsLabel?: string;
  /** The address without these conditions. */
  clear: string;
};

/** Conditions of an office list as an ordinary form: the address holds them, so that it can be kept and sent. */
export function FilterForm({ filter, keep, selects, days = [], wordsLabel, clear }: Props) {
  const { t } = useT();
  const isSet = [...selects, ...days, { name: 'q' }].some(({ name }) => filter[name]);
  return (
    <search>
      <form className="form-inline">
        {keep.map((name) =>
          filter[name] ? <input key={name} type="hidden" name={name} value={filter[name]} /> : null,
        )}
        {selects.map((select) => (
          <Condition key={select.name} select={select} value={filter[select.name] ?? ''} />
        ))}
        {days.map(({ name, label }) => (
          <div className="field" key={name}>
            <label htmlFor={`filter-${name}`}>{label}</label>
            <input
              className="input"
              id={`filter-${name}`}
              name={name}
              type="date"
              defaultValue={filter[name]}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor="filter-q">{wordsLabel ?? t('licensing:filter.name')}</label>
          <input
            className="input"
            id="filter-q"
            name="q"
            type="search"
            maxLength={120}
            defaultValue={filter.q}
          />
        </div>
        <SubmitButton look="plain">{t('shell:action.filter')}</SubmitButton>
        {isSet ? (
          <A to={clear} className="link target">
            {t('shell:action.clear-filter')}
          </A>
        ) : null}
      </form>
    </search>
  );
}

function Condition({ select, value }: { select: Select; value: string }) {
  const { t } = useT();
  const { name, label, options, empty } = select;
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select className="input" id={`filter-${name}`} name={name} defaultValue={value}>
        <option value="">{empty ?? t('licensing:filter.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
