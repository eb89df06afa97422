import { expect, test } from 'vitest';
import { countedFacts, externalsOf } from './counted';
import { countedIn, eligibility } from './eligibility';

const title = { original: 'en' as const, en: { text: 'Paper', origin: 'author' as const } };
const level = { id: 'id-one', slug: 'one' };
const on = '2026-11-28';
const paper = (facts: Partial<Parameters<typeof countedFacts>[0][number]> = {}) => ({
  ...{
    id: 'p',
    sourceId: 's',
    type: 'external',
    ref: 'external:other-c',
    title,
    occurredOn: '2025-01-01',
    validUntil: null,
  },
  hours: null,
  points: 0,
  category: 'other',
  ...facts,
});
const rule = (facts: Partial<Parameters<typeof countedFacts>[1][number]> = {}) => ({
  ...{ id: 'e', external: 'other-c', levelId: 'id-one', counts: ['course:a', 'hours:any:10'] },
  ...{ conditions: { original: 'en' as const }, begins: '2026-01-01', validUntil: null },
  ...facts,
});
const keys = (papers: ReturnType<typeof paper>[], rules = [rule()], day = on) =>
  countedFacts(papers, rules, { level, on: day }).map(({ key }) => key);

test('levels are read from refs of papers of others alone', () => {
  const refs = [
    'external:other-c',
    'dan:2@house-2',
    'dan:2',
    'paper:external-credential',
    'external:other-c',
  ];
  expect(externalsOf(refs.map((ref) => ({ type: 'external', ref })))).toEqual(['other-c', 'house-2']);
  expect(externalsOf([{ type: 'course', ref: 'external:other-c' }])).toEqual([]);
});

test('an equivalence counts for its paper and its level, while the paper is valid', () => {
  expect(keys([paper()])).toEqual(['course:a', 'hours:any:10']);
  expect(keys([paper({ validUntil: on })])).toHaveLength(2);
  expect(keys([paper({ validUntil: '2026-11-27' })])).toEqual([]);
  expect(keys([paper({ occurredOn: '2026-11-29' })])).toEqual([]);
  expect(keys([paper()], [rule({ levelId: 'id-two' })])).toEqual([]);
  expect(keys([paper({ ref: 'external:other-b' })])).toEqual([]);
});

test('it counts since the later of both days and until the earlier of both ends', () => {
  const [fact] = countedFacts([paper({ validUntil: '2027-03-31' })], [rule({ validUntil: '2026-12-31' })], {
    level,
    on,
  });
  expect(fact).toMatchObject({ since: '2026-01-01', validUntil: '2026-12-31', by: { conditions: null } });
});

test('a decision for one person names the level and what counts', () => {
  const grant = paper({
    id: 'g',
    type: 'equivalence',
    ref: 'one/course:a,level:two',
    occurredOn: '2026-11-20',
  });
  expect(keys([grant], [])).toEqual(['course:a', 'level:two']);
  expect(keys([grant], [], '2026-11-19')).toEqual([]);
  expect(keys([{ ...grant, ref: 'one-more/course:a' }], [])).toEqual([]);
  expect(keys([{ ...grant, validUntil: '2026-11-27' }], [])).toEqual([]);
  const back = { ...grant, id: 'r', type: 'equivalence_revoked', occurredOn: '2026-11-25' };
  expect(keys([grant, back], [])).toEqual([]);
  expect(keys([grant, back], [], '2026-11-24')).toHaveLength(2);
  expect(keys([grant, { ...back, sourceId: 'other' }], [])).toHaveLength(2);
});

test('what counts as met says by what, once, also inside groups; renewals are not given it', () => {
  const course = { kind: 'course' as const, ref: 'course:a' };
  const rules = { prerequisites: { kind: 'any' as const, of: [course, course] }, components: [] };
  const facts = { on, isRegistered: true, evidence: [], components: [], qualifications: [] };
  const counted = countedFacts([paper()], [rule()], { level, on });
  const { findings, isReady } = eligibility(rules, { ...facts, counted });
  expect(isReady).toBe(true);
  expect(countedIn(findings).map(({ id }) => id)).toEqual(['e']);
  expect(eligibility(rules, facts).isReady).toBe(false);
});

test('a group notes no more papers than it needs beyond what is met on its own', () => {
  const course = (name: string) => ({ kind: 'course' as const, ref: `course:${name}` });
  const own = { type: 'course', ref: 'course:b', occurredOn: '2026-01-01', hours: null, points: 0 };
  const evidence = [{ ...own, category: 'course' }];
  const facts = { on, isRegistered: true, evidence, components: [], qualifications: [] };
  const rules = [rule({ id: 'a', counts: ['course:a'] }), rule({ id: 'c', counts: ['course:c'] })];
  const counted = countedFacts([paper()], rules, { level, on });
  const of = ['a', 'b', 'c'].map(course);
  const noted = (prerequisites: Parameters<typeof eligibility>[0]['prerequisites']) =>
    countedIn(eligibility({ prerequisites, components: [] }, { ...facts, counted }).findings).map(
      ({ id }) => id,
    );
  expect(noted({ kind: 'any', of })).toEqual([]);
  expect(noted({ kind: 'at-least', count: 2, of })).toEqual(['a']);
  expect(noted({ kind: 'at-least', count: 3, of })).toEqual(['a', 'c']);
  expect(noted({ kind: 'all', of })).toEqual(['a', 'c']);
});
