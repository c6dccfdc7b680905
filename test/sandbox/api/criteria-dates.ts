import { isArray, type Json } from './json';
import { orgClock, zohoDay } from './times';

/** Days as `YYYY-MM-DD`, both ends included: such texts compare in the order of time. */
type Days = readonly [from: string, to: string];

const DAY_MS = 86_400_000;
const utcDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The org's fiscal year is the calendar year and its week starts on Sunday. */
function periods(now: Date): Readonly<Record<string, () => Days>> {
  const today = orgClock(now);
  const [y, m, d] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  const sunday = d - today.getUTCDay();
  const quarter = m - (m % 3);
  const day = (shift: number) => (): Days => [utcDay(y, m, d + shift), utcDay(y, m, d + shift)];
  const week = (shift: number) => (): Days => [
    utcDay(y, m, sunday + 7 * shift),
    utcDay(y, m, sunday + 7 * shift + 6),
  ];
  const month = (shift: number) => (): Days => [utcDay(y, m + shift, 1), utcDay(y, m + shift + 1, 0)];
  const year = (shift: number) => (): Days => [utcDay(y + shift, 0, 1), utcDay(y + shift, 11, 31)];
  const quarters = (shift: number) => (): Days => [
    utcDay(y, quarter + 3 * shift, 1),
    utcDay(y, quarter + 3 * shift + 3, 0),
  ];
  return {
    '${TODAY}': day(0),
    '${YESTERDAY}': day(-1),
    '${TOMORROW}': day(1),
    '${LASTWEEK}': week(-1),
    '${THISWEEK}': week(0),
    '${NEXTWEEK}': week(1),
    '${LASTMONTH}': month(-1),
    '${THISMONTH}': month(0),
    '${NEXTMONTH}': month(1),
    '${LASTYEAR}': year(-1),
    '${THISYEAR}': year(0),
    '${NEXTYEAR}': year(1),
    '${THISFY}': year(0),
    '${PREVFY}': year(-1),
    '${NEXTFY}': year(1),
    '${THISFQ}': quarters(0),
    '${PREVFQ}': quarters(-1),
    '${NEXTFQ}': quarters(1),
  };
}

const EPOCH = new Date(0);
const TOKENS = new Set(Object.keys(periods(EPOCH)));
export const isDateToken = (value: Json): boolean => typeof value === 'string' && TOKENS.has(value);

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const parse = (value: Json): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);
const dayOf = (value: Json): string =>
  typeof value === 'string' && DATE_ONLY.test(value) ? value : zohoDay(new Date(parse(value)));

/** What a value of the criteria spans, and how to place a field's value against it. */
function span(
  wanted: Json,
  now: Date,
): { from: string | number; to: string | number; byDay: boolean } | null {
  const period = typeof wanted === 'string' ? periods(now)[wanted]?.() : undefined;
  if (period) return { from: period[0], to: period[1], byDay: true };
  if (typeof wanted === 'string' && DATE_ONLY.test(wanted)) return { from: wanted, to: wanted, byDay: true };
  const instant = parse(wanted);
  // Zoho's date-times have whole seconds.
  return Number.isNaN(instant) ? null : { from: instant, to: instant + 999, byDay: false };
}

/** A test for a date (`YYYY-MM-DD`) or a date-time (ISO 8601 with offset); null when the comparator has no meaning. */
export function dateTest(comparator: string, wanted: Json, now: Date): ((value: Json) => boolean) | null {
  if (comparator === 'in') {
    const tests = (isArray(wanted) ? wanted : [wanted]).map((one) => dateTest('equal', one, now));
    return (value) => tests.some((test) => test?.(value));
  }
  const [first, second] = isArray(wanted) ? wanted : [wanted, wanted];
  const start = span(first ?? null, now);
  const end = span(second ?? null, now);
  if (!start || !end) return null;
  const compare = {
    equal: (v: string | number) => v >= start.from && v <= start.to,
    less_than: (v: string | number) => v < start.from,
    less_equal: (v: string | number) => v <= start.to,
    greater_than: (v: string | number) => v > start.to,
    greater_equal: (v: string | number) => v >= start.from,
    between: (v: string | number) => v >= start.from && v <= end.to,
  }[comparator];
  if (!compare) return null;
  return (value) => {
    const instant = parse(value);
    if (Number.isNaN(instant)) return false;
    return compare(start.byDay ? dayOf(value) : instant);
  };
}

/** Midnight-to-midnight distance in days, for sample data that stays close to today. */
export const shiftDays = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);
