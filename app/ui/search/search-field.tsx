import { useT } from '~/ui/kit/use-t';

type Props = {
  /** Tells the fields of one page apart. */
  id: string;
  value?: string;
  /** The words before the field are for everybody, not only for those who hear them. */
  showLabel?: boolean;
  /** Kept filters. */
  hidden?: Readonly<Record<string, string | undefined>>;
};

/**
 * The field of the search; a plain form. On pages whose route says `handle = { script: true }` the island `suggest`
 * makes it a combobox.
 */
export function SearchField({ id, value = '', showLabel = false, hidden = {} }: Props) {
  const { t, lang } = useT();
  return (
    <search>
      <form
        action={`/${lang}/search`}
        method="get"
        className="search-form"
        data-island="suggest"
        data-label={t('search:suggestions')}
      >
        <label htmlFor={id} className={showLabel ? 'search-label' : 'sr'}>
          {t('search:label')}
        </label>
        <div className="search-box">
          <input
            id={id}
            className="input"
            type="search"
            name="q"
            defaultValue={value}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
          />
        </div>
        {Object.entries(hidden).map(([name, kept]) =>
          kept ? <input key={name} type="hidden" name={name} value={kept} /> : null,
        )}
        <button type="submit" className="btn btn-main">
          {t('shell:action.search')}
        </button>
        <p role="status" className="sr" />
      </form>
    </search>
  );
}
