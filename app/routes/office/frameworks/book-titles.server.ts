import type { Rulebook } from '~/domain/amendments/types';
import type { RuleChange, Sentence } from '~/domain/frameworks/types';
import type { Titles } from '~/ui/applications/finding-steps';
import type { LoadArgs } from '~/web/handlers.server';
import { refsOfSentences, refTitles } from '../../learn/ref-titles.server';

const sentencesOf = (changes: readonly RuleChange[]): Sentence[] =>
  changes.flatMap(({ was, now }) => [...(was ? [was] : []), ...(now ? [now] : [])]);

/** Names of everything that the rules of a level speak of, in force, coming and drafted. */
export async function bookTitles(
  ctx: LoadArgs['ctx'],
  { level, levels, coming, open }: Rulebook,
): Promise<Titles> {
  const said = [
    ...level.explanation,
    ...coming.flatMap(({ sentences, changes }) => [...sentences, ...sentencesOf(changes)]),
    ...(open ? [...open.sentences, ...sentencesOf(open.changes)] : []),
  ];
  return refTitles(ctx, refsOfSentences(said), levels);
}
