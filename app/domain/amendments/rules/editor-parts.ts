import type { DraftRules, Sentence } from '~/domain/frameworks/types';
import type { EditorPart, EditorRow, EditorTier } from '../types';
import { topOf } from './draft-edit';

const rowsOf = (sentences: readonly Sentence[], list: string): EditorRow[] =>
  sentences.map((sentence, index) => ({ place: `${list}-${index}`, sentence }));

/** The prerequisites as the editor lists them. Sentences of a rule set begin with theirs, in their order. */
export const editorParts = (rules: DraftRules, sentences: readonly Sentence[]): EditorPart[] =>
  topOf(rules).flatMap((requirement, index) => {
    const sentence = sentences[index];
    if (!sentence) return [];
    const group = 'of' in requirement ? requirement : null;
    return [
      {
        place: String(index),
        sentence,
        group: group && {
          kind: group.kind,
          count: group.kind === 'at-least' ? group.count : null,
          rows: rowsOf(sentence.of ?? [], `g${index}`),
        },
      },
    ];
  });

/** The tiers of reinstatement; their sentences stand in their order too. */
export function editorTiers({ reinstatement }: DraftRules, sentences: readonly Sentence[]): EditorTier[] {
  const said = sentences.filter(({ key }) => /^frameworks:rule\.reinstatement/.test(key));
  return reinstatement.map(({ months }, index) => ({
    months,
    rows: rowsOf(said[index]?.of ?? [], `t${index}`),
  }));
}
