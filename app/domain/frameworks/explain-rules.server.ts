import type { Ctx } from '~/platform/context';
import { differenceOf } from './rules/difference';
import { explain } from './rules/explanation';
import { faultsOf } from './rules/faults';
import type { CourseQuiz, DraftRules, Level, RuleChange, RuleFault, Sentence } from './types';

export type ExplainedRules = {
  sentences: Sentence[];
  /** Against the rules they follow; all sentences are added where there were none. */
  changes: RuleChange[];
  faults: RuleFault[];
};

/**
 * Rules of a level that are not in force yet, in sentences: what they say, what changes against `was`, and what keeps
 * them from being at all. `levels` are all levels that there are, `quizzes` those of the courses whose result the rules ask
 * for, `hasCode`: a code of conduct is in force on their first day. Public, as rules are.
 */
export async function explainRules(
  _ctx: Ctx,
  input: {
    level: Level;
    levels: readonly Level[];
    rules: DraftRules;
    was: DraftRules | null;
    quizzes: ReadonlyMap<string, CourseQuiz>;
    hasCode: boolean;
  },
): Promise<ExplainedRules> {
  const { level, levels, rules, was, quizzes, hasCode } = input;
  const sentences = explain(rules);
  return {
    sentences,
    changes: differenceOf(was ? explain(was) : [], sentences),
    faults: faultsOf(
      {
        ...rules,
        components: [...rules.components],
        reinstatement: [...rules.reinstatement],
      },
      { own: level.slug, levels: levels.map(({ slug }) => slug), quizzes, hasCode },
    ),
  };
}
