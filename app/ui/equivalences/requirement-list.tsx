import type { Countable } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import { useT } from '~/ui/kit/use-t';
import { RequirementWords } from './requirement-words';

type Props = { keys: readonly string[]; countable: readonly Countable[]; titles: Titles };

/** The requirements that an act on a request names; those that the rules no longer ask for by their keys. */
export function RequirementList({ keys, countable, titles }: Props) {
  const { t } = useT();
  if (keys.length === 0) return null;
  const sentences = new Map(countable.map(({ key, sentence }) => [key, sentence]));
  return (
    <ul className="parts">
      {keys.map((key) => {
        const sentence = sentences.get(key);
        return (
          <li key={key}>
            {sentence ? (
              <RequirementWords sentence={sentence} titles={titles} />
            ) : (
              t('equivalences:one.no-longer-asked', { key })
            )}
          </li>
        );
      })}
    </ul>
  );
}
