import { once } from './once';

const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const;

const momentFormat = once((tag) =>
  once((timeZone) => {
    try {
      return new Intl.DateTimeFormat(tag, { ...MOMENT, ...(timeZone ? { timeZone } : {}) });
    } catch {
      return new Intl.DateTimeFormat(tag, MOMENT);
    }
  }),
);

/** A moment as the user reads it, in their zone; the browser's own zone when theirs is unknown or not an IANA name. */
export function absoluteTime(iso: string, tag: string, timeZone: string | null): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return momentFormat(tag)(timeZone ?? '').format(date);
}

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * "2 hours ago", "1 day ago", "now"; never "yesterday", which is a day of the calendar and not 24 to 48 hours. `now` is in milliseconds. A clock that runs behind the server's must not say
 * "in 3 seconds", so the future counts as now. Null when `iso` is no date.
 */
export function relativeTime(iso: string, now: number, tag: string): string | null {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (Number.isNaN(seconds)) return null;
  const step = STEPS.find(([, size]) => seconds >= size);
  const format = new Intl.RelativeTimeFormat(tag, { numeric: step ? 'always' : 'auto' });
  return step ? format.format(-Math.floor(seconds / step[1]), step[0]) : format.format(0, 'second');
}

/** "Edit, Delete and Change owner", or with "or"; each item isolated by the caller where needed. */
export const listText = (
  items: readonly string[],
  tag: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(tag, { type }).format(items);
