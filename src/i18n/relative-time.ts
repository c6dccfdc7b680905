import { once } from './once';

const inUnits = once((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }));
const inWords = once((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * "2 hours ago", "1 day ago", "now"; never "yesterday", which is a day of the calendar and not 24 to 48 hours. `now` is in
 * milliseconds. A clock that runs behind the server's must not say "in 3 seconds", so the future counts as now. Null when
 * `iso` is no date.
 */
export function relativeTime(iso: string, now: number, tag: string): string | null {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  if (Number.isNaN(seconds)) return null;
  const step = STEPS.find(([, size]) => seconds >= size);
  return step
    ? inUnits(tag).format(-Math.floor(seconds / step[1]), step[0])
    : inWords(tag).format(0, 'second');
}
