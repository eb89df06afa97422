import { describe, expect, it, test } from 'vitest';
import { addDays, type LocalDate, lastMonthsAfter, localDateOf } from '~/platform/local-date';
import type { ExpiryRule } from '../inputs';
import { lastDay, periodFrom } from './expiry';

type Ymd = { y: number; m: number; d: number };

/** A calendar of its own, without dates of JavaScript or Temporal: the independent calculation. */
const isLeap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const monthLength = (y: number, m: number) =>
  m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
const text = ({ y, m, d }: Ymd): LocalDate =>
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
const dayBefore = ({ y, m, d }: Ymd): Ymd => {
  if (d > 1) return { y, m, d: d - 1 };
  return m > 1 ? { y, m: m - 1, d: monthLength(y, m - 1) } : { y: y - 1, m: 12, d: 31 };
};
const monthsLater = ({ y, m, d }: Ymd, months: number): Ymd => {
  const count = y * 12 + (m - 1) + months;
  const target = { y: Math.floor(count / 12), m: (count % 12) + 1 };
  return { ...target, d: Math.min(d, monthLength(target.y, target.m)) };
};
const isAfter = (a: Ymd, b: Ymd) => text(a) > text(b);

function expected(rule: ExpiryRule, from: Ymd): LocalDate {
  if (rule.kind === 'months') {
    const later = monthsLater(from, rule.months);
    return text(later.d < from.d ? later : dayBefore(later));
  }
  if (rule.kind === 'calendar-year-end') return text({ y: from.y + rule.years, m: 12, d: 31 });
  const march = (y: number): Ymd => ({ y, m: 3, d: 31 });
  if (rule.kind === 'fiscal-year-end') {
    const own = isAfter(from, march(from.y)) ? from.y + 1 : from.y;
    return text(march(own + rule.years));
  }
  const anniversary = monthsLater(from, 12 * rule.years);
  let year = anniversary.y;
  while (!isAfter(march(year), anniversary)) year += 1;
  return text(march(year));
}

function* everyDay(): Generator<Ymd> {
  for (let y = 2023; y <= 2028; y += 1)
    for (let m = 1; m <= 12; m += 1) for (let d = 1; d <= monthLength(y, m); d += 1) yield { y, m, d };
}

const RULES: ExpiryRule[] = [
  ...[1, 6, 12, 24, 36, 48].map((months): ExpiryRule => ({ kind: 'months', months })),
  ...[0, 1, 2, 4].map((years): ExpiryRule => ({ kind: 'calendar-year-end', years })),
  ...[0, 1, 2, 4].map((years): ExpiryRule => ({ kind: 'fiscal-year-end', years })),
  ...[1, 2, 4].map((years): ExpiryRule => ({ kind: 'fiscal-year-end-after-anniversary', years })),
];

test.each(RULES)('every award of 2023–2028 under %o agrees with an independent calculation', (rule) => {
  let days = 0;
  for (const day of everyDay()) {
    expect(lastDay(rule, text(day))).toBe(expected(rule, day));
    days += 1;
  }
  expect(days).toBe(2192);
});

describe('golden dates', () => {
  it.each<[ExpiryRule, LocalDate, LocalDate]>([
    [{ kind: 'fiscal-year-end-after-anniversary', years: 4 }, '2024-03-31', '2029-03-31'],
    [{ kind: 'fiscal-year-end-after-anniversary', years: 4 }, '2024-04-10', '2029-03-31'],
    [{ kind: 'fiscal-year-end-after-anniversary', years: 4 }, '2024-03-30', '2028-03-31'],
    [{ kind: 'months', months: 24 }, '2026-11-23', '2028-11-22'],
    [{ kind: 'months', months: 12 }, '2024-02-29', '2025-02-28'],
    [{ kind: 'months', months: 48 }, '2024-02-29', '2028-02-28'],
    [{ kind: 'months', months: 1 }, '2026-01-31', '2026-02-28'],
    [{ kind: 'months', months: 12 }, '2025-01-01', '2025-12-31'],
    [{ kind: 'calendar-year-end', years: 2 }, '2026-12-31', '2028-12-31'],
    [{ kind: 'fiscal-year-end', years: 0 }, '2026-03-31', '2026-03-31'],
    [{ kind: 'fiscal-year-end', years: 0 }, '2026-04-01', '2027-03-31'],
  ])('%o from %s ends on %s', (rule, from, until) => {
    expect(lastDay(rule, from)).toBe(until);
  });

  it('counts from the local date: one moment is two days of law in Tokyo and Almaty', () => {
    const moment = new Date('2024-03-31T16:00:00Z');
    const rule: ExpiryRule = { kind: 'fiscal-year-end-after-anniversary', years: 4 };
    expect(localDateOf(moment, 'Asia/Almaty')).toBe('2024-03-31');
    expect(localDateOf(moment, 'Asia/Tokyo')).toBe('2024-04-01');
    expect(lastDay({ ...rule, years: 3 }, localDateOf(moment, 'Asia/Almaty'))).toBe('2028-03-31');
    expect(lastDay({ kind: 'fiscal-year-end', years: 0 }, localDateOf(moment, 'Asia/Almaty'))).toBe(
      '2024-03-31',
    );
    expect(lastDay({ kind: 'fiscal-year-end', years: 0 }, localDateOf(moment, 'Asia/Tokyo'))).toBe(
      '2025-03-31',
    );
  });
});

describe('periodFrom', () => {
  const rules = { expiry: { kind: 'months', months: 24 } as const, windowMonths: 3, graceMonths: 6 };

  it('opens the window and ends the grace by whole months', () => {
    expect(periodFrom(rules, '2026-11-23')).toEqual({
      from: '2026-11-23',
      until: '2028-11-22',
      windowOpens: '2028-08-23',
      graceUntil: '2029-05-22',
    });
  });

  it.each([
    ['2028-02-29', 6, '2028-08-31'],
    ['2026-09-30', 3, '2026-12-31'],
    ['2027-02-28', 12, '2028-02-29'],
    ['2028-08-30', 6, '2029-02-28'],
    ['2028-11-22', 6, '2029-05-22'],
    ['2028-03-31', 0, '2028-03-31'],
  ])('grace after %s and %d months ends on %s', (until, months, graceUntil) => {
    expect(lastMonthsAfter(until, months)).toBe(graceUntil);
    const year = Number(until.slice(0, 4)) - 1;
    const from = addDays(`${year}${until.slice(4)}`.replace('2027-02-29', '2027-02-28'), 1);
    const plan = periodFrom({ ...rules, expiry: { kind: 'months', months: 12 }, graceMonths: months }, from);
    expect(plan).toMatchObject({ until, graceUntil });
  });

  it('keeps its dates in order for every day', () => {
    for (const day of everyDay()) {
      for (const expiry of RULES) {
        const plan = periodFrom({ ...rules, expiry }, text(day));
        expect(
          plan.from <= plan.windowOpens && plan.windowOpens <= plan.until && plan.until <= plan.graceUntil,
        ).toBe(true);
      }
    }
  });

  it('has neither window nor grace where the rules give none', () => {
    const plan = periodFrom({ ...rules, windowMonths: 0, graceMonths: 0 }, '2026-11-23');
    expect(plan).toMatchObject({ windowOpens: '2028-11-23', graceUntil: '2028-11-22' });
  });
});
