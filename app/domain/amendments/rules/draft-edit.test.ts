import { describe, expect, test } from 'vitest';
import { type Requirement, ruleSetInput } from '~/domain/frameworks/inputs';
import type { DraftRules } from '~/domain/frameworks/types';
import { isDomainError } from '~/platform/errors';
import { type DraftEdit, type DraftPart, draftForms } from '../inputs';
import { componentSource } from './component-edit';
import { editedDraft, type PreparedEdit, topOf } from './draft-edit';

const registration: Requirement = { kind: 'registration' };
const course = (slug: string): Requirement => ({ kind: 'course', ref: `course:${slug}` });

const rules: DraftRules = {
  effectiveFrom: '2027-01-01',
  prerequisites: { kind: 'all', of: [registration, { kind: 'any', of: [course('a'), course('b')] }] },
  components: [
    {
      kind: 'safe',
      name: {
        original: 'ru',
        ru: { text: 'Защита', origin: 'author' },
        kk: { text: 'Қорғау', origin: 'machine' },
      },
      ref: 'course:safe',
    },
  ],
  expiry: { kind: 'months', months: 24 },
  windowMonths: 3,
  graceMonths: 6,
  cutOffDays: 0,
  keysRequired: 1,
  points: null,
  reinstatement: [{ months: 12, requires: [course('a')] }],
};

const author = { by: 'somebody', at: new Date('2026-11-28T07:00:00Z') };
type Bare<E> = E extends PreparedEdit ? Omit<E, 'seen'> : never;
const edit = (sent: Bare<PreparedEdit>, from = rules) =>
  editedDraft(from, { ...sent, seen: '' } as PreparedEdit, author);
const requirement = (sent: Partial<Extract<DraftEdit, { part: 'requirement' }>>) => ({
  part: 'requirement' as const,
  into: 'top',
  kind: 'course' as const,
  amount: null,
  ...sent,
});

describe('requirements', () => {
  test('are added to the list, a group, a tier or a new group, each once', () => {
    expect(topOf(edit(requirement({ course: 'c' }))).at(-1)).toEqual(course('c'));
    expect(edit(requirement({ kind: 'registration' }))).toEqual(rules);
    expect(topOf(edit(requirement({ into: 'g1', course: 'c' }))).at(-1)).toMatchObject({ of: { length: 3 } });
    const dan = edit(requirement({ into: 't0', kind: 'dan', amount: 2 }));
    expect(dan.reinstatement[0]?.requires.at(-1)).toEqual({ kind: 'dan', grade: 2 });
    const made = edit(requirement({ into: 'new-at-least', kind: 'hours', category: 'other', amount: 8 }));
    expect(topOf(made).at(-1)).toEqual({
      kind: 'at-least',
      count: 1,
      of: [{ kind: 'hours', category: 'other', hours: 8 }],
    });
  });

  test('ask for what their kind needs, at its field', () => {
    for (const [kind, field] of [
      ['course', 'course'],
      ['practical', 'level'],
      ['points', 'amount'],
    ] as const)
      expect(() => edit(requirement({ kind }))).toThrow(expect.objectContaining({ extras: { field } }));
    expect(() => edit(requirement({ kind: 'dan', amount: 11 }))).toThrow('amendments.amount-most');
    const others = requirement({ kind: 'points', category: 'other', amount: 8 });
    expect(() => edit(others)).toThrow('amendments.no-source');
  });

  test('are taken out by their place; an emptied group goes, the last one stays', () => {
    const out = (place: string, from = rules) => edit({ part: 'remove-requirement', place }, from);
    expect(topOf(out('0'))).toHaveLength(1);
    expect(topOf(out('g1-0', out('g1-0')))).toEqual([registration]);
    expect(out('t0-0').reinstatement[0]?.requires).toEqual([]);
    expect(() => out('0', out('0'))).toThrow('amendments.last-requirement');
    for (const place of ['7', 'g0-0', 'g1-9', 't4-0'])
      expect(() => out(place)).toThrow('amendments.changed-meanwhile');
  });

  test('of a group: all, any, or as many as there are', () => {
    const group = (kind: 'all' | 'any' | 'at-least', count: number | null) =>
      edit({ part: 'group', place: '1', kind, count });
    expect(topOf(group('at-least', 2))[1]).toMatchObject({ kind: 'at-least', count: 2 });
    expect(topOf(group('all', null))[1]).toMatchObject({ kind: 'all' });
    expect(() => group('at-least', 3)).toThrow('amendments.count');
    expect(() => group('at-least', null)).toThrow('amendments.count');
  });
});

describe('names of components', () => {
  const rename = (ru: string, kk: string) =>
    edit({ part: 'component-name', kind: 'safe', original: 'ru', ru, kk, ja: '', en: '' }).components[0]
      ?.name;

  test('keep who wrote what was left, and remember the original it was made from', () => {
    const name = rename('Защита детей', 'Қорғау');
    expect(name).toMatchObject({
      ru: { text: 'Защита детей', origin: 'author', by: 'somebody' },
      kk: { text: 'Қорғау', origin: 'machine', of: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(name?.en).toBeUndefined();
  });

  test('need their original', () => {
    expect(() => rename('', 'Қорғау')).toThrow('amendments.needs-original');
  });
});

test('tiers follow grace and each other; a component is there once', () => {
  expect(edit({ part: 'tier', months: 24 }).reinstatement.map(({ months }) => months)).toEqual([12, 24]);
  expect(edit({ part: 'tier', months: 12 })).toEqual(rules);
  expect(() => edit({ part: 'tier', months: 6 })).toThrow('amendments.tier-in-grace');
  const names = { original: 'ru' as const, ru: 'Ещё', kk: '', ja: '', en: '' };
  const added = (source: string, given?: string | null) =>
    edit({ part: 'component', source, ...componentSource(source, given), ...names }).components.at(-1);
  expect(() => added('course:more', 'safe')).toThrow('amendments.same-component');
  expect(added('course:more', 'more-safe')).toMatchObject({ kind: 'more-safe', ref: 'course:more' });
  expect(added('paper:first-aid')).toMatchObject({ kind: 'first-aid', ref: 'papers' });
  expect(() => added('course:none')).toThrow('amendments.unknown-course');
  expect(() => added('course:more', null)).toThrow('amendments.gives-nothing');
});

describe('odd fields', () => {
  const right = {
    ...{
      seen: '0'.repeat(64),
      effectiveFrom: '2199-12-31',
      expiry: 'months',
      span: '600',
      windowMonths: '60',
    },
    ...{
      graceMonths: '60',
      cutOffDays: '366',
      keysRequired: '2',
      asked: 'on',
      total: '1000',
      into: 'top',
      kind: 'dan',
    },
    ...{ amount: '1', place: '0', months: '600', original: 'ru', ru: 'x', course: 'safeguarding' },
    ...{
      level: 'one',
      source: 'course:safe',
      category: 'any',
      count: '1',
      carryOver: '1',
      kk: 'x',
      ja: 'x',
      en: 'x',
    },
  };
  const odd = [
    '',
    '-1',
    '0',
    '1',
    '999',
    '1e9',
    'g99',
    'g1',
    't9-9',
    't0-0',
    'new-any',
    '-',
    '1900-01-01',
    '<b>',
  ];
  const kinds = ['registration', 'course', 'practical', 'hours', 'points', 'all', 'at-least', 'safe'];

  test.each(Object.keys(draftForms) as DraftPart[])(
    'of %s are refused or make rules that can be kept',
    (part) => {
      let kept = 0;
      for (const kind of kinds)
        for (const name of Object.keys(right))
          for (const value of odd) {
            const parsed = draftForms[part].safeParse({ ...right, kind, [name]: value });
            if (!parsed.success) continue;
            try {
              ruleSetInput.parse(
                editedDraft(rules, { part, kind, ref: 'papers', ...parsed.data } as PreparedEdit, author),
              );
              kept += 1;
            } catch (error) {
              expect(isDomainError(error), `${kind} ${name} ${value}: ${error}`).toBe(true);
            }
          }
      expect(kept).toBeGreaterThan(0);
    },
  );
});
