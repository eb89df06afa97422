import { LANGS } from '~/i18n/locales';
import type { RuleChange, Sentence } from '../types';

/** The thing that a key speaks of, where a rule set says one sentence about it at most. */
function single(key: string): string | undefined {
  if (key.startsWith('frameworks:expiry.')) return 'expiry';
  const rule = /^frameworks:rule\.(.*)$/.exec(key)?.[1] ?? '';
  if (rule === 'one-key' || rule === 'two-keys') return 'keys';
  if (rule === 'dan-first') return 'dan';
  return [
    ...[
      'points',
      'window',
      'cut-off',
      'grace',
      'dan',
      'age',
      'registration',
      'code-of-conduct',
      'apply-anew',
    ],
  ].find((each) => each === rule);
}

/** What a sentence is about: two with the same subject are the same rule, differently put. */
function subjectOf({ key, ref, about, params, component }: Sentence): string {
  if (/^frameworks:rule\.reinstatement/.test(key)) return `reinstatement ${params.count}`;
  if (component) return `${key} ${component}`;
  if (ref || about) return `${key} ${ref ?? about}`;
  return single(key) ?? (/^frameworks:rule\.(hours|points-earned)$/.test(key) ? key : '');
}

/** What a reader sees of a sentence: of a name its words in each language, not who wrote them when. */
const said = ({ name, of, ...sentence }: Sentence): unknown => [
  sentence,
  name && LANGS.map((lang) => name[lang]?.text || null),
  of?.map(said),
];

const same = (a: Sentence, b: Sentence): boolean => JSON.stringify(said(a)) === JSON.stringify(said(b));

/** Old sentences and new ones side by side, in the order of the new rules; what stays the same is left out. */
export function differenceOf(before: readonly Sentence[], after: readonly Sentence[]): RuleChange[] {
  const gone = before.filter((old) => !after.some((each) => same(each, old)));
  const come = after.filter((each) => !before.some((old) => same(each, old)));
  const matched = new Set<Sentence>();
  const changes = come.map((now): RuleChange => {
    const subject = subjectOf(now);
    const was = gone.find((old) => subject !== '' && subjectOf(old) === subject && !matched.has(old));
    if (!was) return { kind: 'added', was: null, now };
    matched.add(was);
    return { kind: 'changed', was, now };
  });
  const removed = gone.filter((old) => !matched.has(old));
  return [...changes, ...removed.map((was): RuleChange => ({ kind: 'removed', was, now: null }))];
}
