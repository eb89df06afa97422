import type { TechniqueNames } from '~/domain/lexicon/types';
import { A } from '~/ui/kit/link';
import { useT } from '~/ui/kit/use-t';

type Props = { techniques: readonly { id: string; names: TechniqueNames }[] };

/** Techniques by their names in the reader's script and in kanji, each leading to its page. */
export function TechniqueLinks({ techniques }: Props) {
  const { lang } = useT();
  const own = ({ romaji, cyrillic }: TechniqueNames) => (lang === 'kk' || lang === 'ru' ? cyrillic : romaji);
  return (
    <ul className="technique-links">
      {techniques.map(({ id, names }) => (
        <li key={id}>
          <A to={`/techniques/${id}`} className="chip">
            {lang === 'ja' ? names.kanji : own(names)}
            {lang === 'ja' ? null : (
              <span lang="ja" className="mincho">
                {names.kanji}
              </span>
            )}
          </A>
        </li>
      ))}
    </ul>
  );
}
