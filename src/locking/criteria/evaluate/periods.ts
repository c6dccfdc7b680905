/** Days from one to another, both included, as `YYYY-MM-DD`: such texts compare in the order of time. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What decides the days of a token. What is absent is not known. */
export interface CalendarHabits {
  /** The day in the user's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The first day of the week: 0 for Sunday … 6 for Saturday. */
  readonly weekStart?: number | undefined;
  /** The month in which the fiscal year begins: 1 to 12. */
  readonly fiscalStart?: number | undefined;
}

const dayText = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** A whole number of months, from the first day of one. `month` counts from January, 0, of the year. */
const months = (year: number, month: number, count: number): Days => ({
  from: dayText(year, month, 1),
  to: dayText(year, month + count, 0),
});

const RELATIVE = /^\$\{(LAST|PREV|THIS|NEXT)(WEEK|MONTH|YEAR|FY|FQ)\}$/;
const DAYS: Readonly<Record<string, number>> = {
  '${YESTERDAY}': -1,
  '${TODAY}': 0,
  '${TOMORROW}': 1,
};
const SHIFTS: Readonly<Record<string, number>> = { LAST: -1, PREV: -1, THIS: 0, NEXT: 1 };

const WEEK_STARTS = [0, 1, 6];
const FISCAL_STARTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * The days that a token such as `${THISWEEK}` means today: one period for each reading that is possible. Empty for a token that
 * is not known.
 */
export const periodsOf = (token: string, habits: CalendarHabits): readonly Days[] => {
  const [year = 0, month = 1, day = 1] = habits.today.split('-').map(Number);
  const days = DAYS[token];
  if (days !== undefined) {
    const text = dayText(year, month - 1, day + days);
    return [{ from: text, to: text }];
  }
  const [, which = '', unit] = RELATIVE.exec(token) ?? [];
  const shift = SHIFTS[which] ?? 0;
  const fiscal = habits.fiscalStart === undefined ? FISCAL_STARTS : [habits.fiscalStart];
  switch (unit) {
    case 'WEEK': {
      const starts = habits.weekStart === undefined ? WEEK_STARTS : [habits.weekStart];
      const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
      return starts.map((start) => {
        const first = day - ((weekday - start + 7) % 7) + 7 * shift;
        return { from: dayText(year, month - 1, first), to: dayText(year, month - 1, first + 6) };
      });
    }
    case 'MONTH':
      return [months(year, month - 1 + shift, 1)];
    case 'YEAR':
      return [months(year + shift, 0, 12)];
    case 'FY':
      return fiscal.map((start) => months(year + (month < start ? -1 : 0) + shift, start - 1, 12));
    case 'FQ':
      return fiscal.map((start) => {
        const intoYear = (month - start + 12) % 12;
        return months(year, month - 1 - (intoYear % 3) + 3 * shift, 3);
      });
    default:
      return [];
  }
};
