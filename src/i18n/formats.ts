import { once } from './once';
import { clockAt } from './time-zone';

const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const;

const momentFormat = once((tag) => new Intl.DateTimeFormat(tag, { ...MOMENT, timeZone: 'UTC' }));

/** A moment as the user reads it, in their zone (see `offsetAt`). */
export function absoluteTime(iso: string, tag: string, timeZone: string | null): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return momentFormat(tag).format(clockAt(date.getTime(), timeZone));
}

/** "Edit, Delete and Change owner", or with "or"; each item isolated by the caller where needed. */
export const listText = (
  items: readonly string[],
  tag: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(tag, { type }).format(items);
