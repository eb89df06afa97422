import { describe, expect, it } from 'vitest';
import type { StandingFacts } from '~/domain/licensing/types';
import { addDays } from '~/platform/local-date';
import { daysComingNear, distanceTo, endingsOn } from './due-reminders';

const TODAY = '2026-02-01';

const facts = (own: Partial<StandingFacts> = {}): StandingFacts => ({
  ...{ periodId: 'period', qualificationId: 'award', personId: 'person', levelId: 'level', no: 1 },
  ...{ ruleSetVersionId: 'rules', recordedOn: '2025-01-01', zone: 'Asia/Almaty', awardedOn: '2025-01-01' },
  ...{
    from: '2025-01-01',
    until: '2026-02-15',
    windowOpens: null,
    graceUntil: null,
    pausedDays: 0,
    suspensions: [],
  },
  ...{ lapsedComponents: [], revocations: [], surrenderedOn: null, supersededOn: null },
  ...own,
});
const subjects = (own: Partial<StandingFacts>, day = '2026-02-15') =>
  endingsOn([facts(own)], day, TODAY).map(({ subject }) => subject);

describe('the distance', () => {
  it.each([
    [-1, null],
    [0, 1],
    [1, 1],
    [2, 14],
    [14, 14],
    [15, 60],
    [60, 60],
    [61, null],
  ])('%i days ahead: %s', (ahead, distance) => {
    expect(distanceTo(addDays(TODAY, ahead), TODAY)).toBe(distance);
  });
});

describe('days that come near', () => {
  it('are three on an ordinary day, one for each distance', () => {
    expect(daysComingNear(addDays(TODAY, -1), TODAY)).toEqual([1, 14, 60].map((n) => addDays(TODAY, n)));
  });

  it('are made up for: over any row of days each distance of each last day comes exactly once', () => {
    for (const step of [1, 2, 5, 30]) {
      const seen = new Map<string, number>();
      const start = addDays(TODAY, -10);
      for (let at = start; at < addDays(TODAY, 120); at = addDays(at, step))
        for (const day of daysComingNear(at, addDays(at, step))) {
          const key = `${day} ${distanceTo(day, addDays(at, step))}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      expect(new Set(seen.values())).toEqual(new Set([1]));
      if (step === 1)
        expect([60, 14, 1].map((distance) => seen.get(`${addDays(TODAY, 55)} ${distance}`))).toEqual([
          1, 1, 1,
        ]);
    }
  });

  it('are all of the next 60 at first, and none twice on one day', () => {
    expect(daysComingNear(null, TODAY)).toHaveLength(61);
    expect(daysComingNear(TODAY, TODAY)).toEqual([]);
  });
});

describe('what ends on a day', () => {
  it('is a licence without a next period', () => {
    expect(subjects({})).toEqual(['licence']);
    expect(subjects({}, '2026-02-16')).toEqual([]);
    expect(subjects({ supersededOn: '2026-02-16' })).toEqual([]);
    expect(subjects({ revocations: [{ from: '2026-01-31' }] })).toEqual([]);
    expect(subjects({ from: '2026-02-02' })).toEqual([]);
  });

  it('is a condition that nothing follows, while the licence needs it', () => {
    const lapsedComponents = [{ kind: 'first-aid', from: '2026-02-16' }];
    expect(subjects({ until: '2027-01-01', lapsedComponents })).toEqual(['first-aid']);
    expect(subjects({ until: '2027-01-01', lapsedComponents, supersededOn: '2027-01-02' })).toEqual([
      'first-aid',
    ]);
    expect(subjects({ until: '2026-01-31', lapsedComponents })).toEqual([]);
    expect(subjects({ until: '2027-01-01' })).toEqual([]);
  });

  it('is a condition that ends with a period that is renewed, or in the next one', () => {
    const renewed = facts({ supersededOn: '2026-02-16' });
    const next = (from: string) =>
      facts({
        ...{ periodId: 'next', no: 2, from: '2026-02-16', until: '2028-02-15' },
        lapsedComponents: [{ kind: 'first-aid', from }],
      });
    const told = (day: string, ...all: StandingFacts[]) =>
      endingsOn(all, day, TODAY).map(({ periodId, subject }) => [periodId, subject]);
    expect(told('2026-02-15', renewed, next('2026-02-16'))).toEqual([['next', 'first-aid']]);
    expect(told('2026-03-01', renewed, next('2026-03-02'))).toEqual([['next', 'first-aid']]);
    const missing = { ...renewed, lapsedComponents: [{ kind: 'first-aid', from: '2026-01-01' }] };
    expect(told('2026-02-15', missing, next('2026-02-16'))).toEqual([]);
  });
});
