import { isList, type Json } from '../../../base/json';

const SHIFTS: ReadonlyMap<Json, number> = new Map([
  [`\${${'YESTERDAY'}}`, -1],
  [`\${${'TODAY'}}`, 0],
  [`\${${'TOMORROW'}}`, 1],
]);

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

const shifted = (today: string, days: number): string | undefined => {
  const [, year, month, day] = DAY.exec(today) ?? [];
  return day === undefined
    ? undefined
    : new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days)).toISOString().slice(0, 10);
};

const dayOf = (value: Json, today: string): Json => {
  const days = SHIFTS.get(value);
  return days === undefined ? value : (shifted(today, days) ?? value);
};

/**
 * The value with `${TODAY}`, `${YESTERDAY}` and `${TOMORROW}` as dates. The other tokens stay: each org decides when its week
 * and its fiscal year begin.
 */
export const withDays = (value: Json, today: string): Json =>
  isList(value) ? value.map((item) => dayOf(item, today)) : dayOf(value, today);
