import type { ListedTechnique } from '~/domain/lexicon/types';
import { A } from '~/ui/kit/link';
import { Tag } from '~/ui/kit/tag';
import { Text } from '~/ui/kit/text';
import { useT } from '~/ui/kit/use-t';
import { RubyName, readerName } from './technique-name';

export type RowView = Pick<ListedTechnique, 'id' | 'names' | 'meaning' | 'forPrimarySchool'>;

/** One technique of a list: kanji under their reading, the reader's spelling, what it means. */
export function TechniqueRow({ technique }: { technique: RowView }) {
  const { t, lang } = useT();
  const { id, names, meaning, forPrimarySchool } = technique;
  const name = readerName(names, lang);
  return (
    <li className="waza">
      <A to={`/techniques/${id}`}>
        <RubyName names={names} />
        {lang === 'ja' ? null : <b>{name}</b>}
      </A>
      <p>
        {lang === 'en' ? null : <span lang="ja-Latn">{names.romaji}</span>}
        <Text value={meaning} quiet />
        {forPrimarySchool ? null : <Tag>{t('lexicon:list.restricted')}</Tag>}
      </p>
    </li>
  );
}
