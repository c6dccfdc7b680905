import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteTime, listText } from '../../src/i18n/formats';
import { relativeTime } from '../../src/i18n/relative-time';

const LOCKED_AT = '2023-10-23T17:46:17+05:30';
const at = Date.parse(LOCKED_AT);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Spaces differ between releases of the time zone data. */
const plain = (text: string | null) => text?.replace(/\s/g, ' ');

describe('when', () => {
  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [60 * MINUTE, '1 hour ago'],
    [23.9 * 60 * MINUTE, '23 hours ago'],
    [DAY, '1 day ago'],
    // Two midnights may lie between.
    [1.9 * DAY, '1 day ago'],
    [3 * DAY, '3 days ago'],
    [31 * DAY, '1 month ago'],
    [366 * DAY, '1 year ago'],
    [-MINUTE, 'now'],
  ])('%i ms later reads %j', (later, text) => {
    expect(relativeTime(LOCKED_AT, at + later, 'en')).toBe(text);
  });

  it('speaks the language', () => {
    expect(relativeTime(LOCKED_AT, at + 3 * DAY, 'de')).toBe('vor 3 Tagen');
  });

  it('is told in the zone of the user, else of the browser', () => {
    expect(plain(absoluteTime(LOCKED_AT, 'en', 'Asia/Kolkata'))).toBe('Oct 23, 2023, 5:46 PM');
    expect(plain(absoluteTime(LOCKED_AT, 'en', 'America/New_York'))).toBe('Oct 23, 2023, 8:16 AM');
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(absoluteTime(LOCKED_AT, 'en', null)).toBe(absoluteTime(LOCKED_AT, 'en', own));
    expect(absoluteTime(LOCKED_AT, 'en', 'Nowhere/Land')).toBe(absoluteTime(LOCKED_AT, 'en', own));
  });

  it('shows what is no date as it came, and says nothing relative of it', () => {
    expect(absoluteTime('soon', 'en', null)).toBe('soon');
    expect(relativeTime('soon', at, 'en')).toBeNull();
  });

  it('never fails, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer(), (iso, zone, now) => {
        expect(typeof absoluteTime(iso, 'en', zone)).toBe('string');
        relativeTime(iso, now, 'de');
      }),
    );
  });
});

describe('lists', () => {
  it('read as a sentence', () => {
    expect(listText(['Edit', 'Delete', 'Tags'], 'en')).toBe('Edit, Delete, and Tags');
    expect(listText(['Edit'], 'en')).toBe('Edit');
    expect(listText([], 'en')).toBe('');
  });
});
