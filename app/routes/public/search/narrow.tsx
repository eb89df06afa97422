import { RESULT_KINDS, type ResultKind, type SearchEverythingInput } from '~/domain/search/inputs';
import type { Everything } from '~/domain/search/search-everything.server';
import { LANG_NAMES, LANGS } from '~/i18n/locales';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';
import { searchPath } from './search-path';

type Props = { input: SearchEverythingInput; found: Everything };
type Choice = {
  key: string;
  to: string;
  isChosen: boolean;
  text: string;
  count: number | null;
  lang?: string;
};

const countOf = ({ counts, documents }: Everything, kind: ResultKind): number =>
  kind === 'technique' || kind === 'term' ? counts[kind] : (documents.kinds[kind] ?? 0);

/** Kinds and languages with the number of what each holds. */
export function Narrow({ input, found }: Props) {
  const { t } = useT();
  const kinds = RESULT_KINDS.filter((kind) => countOf(found, kind) > 0 || input.kind === kind);
  const langs = LANGS.filter((lang) => (found.documents.langs[lang] ?? 0) > 0 || input.in === lang);
  const all = { key: 'all', text: t('search:all'), count: null };
  return (
    <div className="search-narrow">
      <Choices
        label={t('search:by-kind')}
        choices={[
          { ...all, to: searchPath(input, { kind: null }), isChosen: !input.kind },
          ...kinds.map((kind) => ({
            ...{ key: kind, to: searchPath(input, { kind }), isChosen: input.kind === kind },
            ...{ text: t(`search:kinds.${kind}`), count: countOf(found, kind) },
          })),
        ]}
      />
      {langs.length > 1 || input.in ? (
        <Choices
          label={t('search:by-language')}
          choices={[
            { ...all, to: searchPath(input, { in: null }), isChosen: !input.in },
            ...langs.map((lang) => ({
              ...{ key: lang, to: searchPath(input, { in: lang }), isChosen: input.in === lang, lang },
              ...{ text: LANG_NAMES[lang].own, count: input.in ? null : (found.documents.langs[lang] ?? 0) },
            })),
          ]}
        />
      ) : null}
    </div>
  );
}

function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  const { fmt } = useT();
  return (
    <nav aria-label={label}>
      <ul className="search-choices">
        {choices.map(({ key, to, isChosen, text, count, lang }) => (
          <li key={key}>
            <A to={to} aria-current={isChosen ? 'true' : undefined}>
              <span lang={lang}>{text}</span>
              {count === null ? null : <span className="num"> {fmt.number(count)}</span>}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
