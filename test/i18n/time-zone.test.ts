import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteTime } from '../../src/i18n/formats';
import { dayAt, offsetAt, offsetText } from '../../src/i18n/time-zone';
import { instantAt, wallTime } from '../../src/settings/features/rules/datetime-text';

const NOON = Date.parse('2026-06-15T12:00:00Z');

describe('a time zone', () => {
  it.each([
    ['Asia/Kolkata', '+05:30'],
    ['GMT+05:30', '+05:30'],
    ['(GMT+05:30) India Standard Time', '+05:30'],
    ['UTC-3', '-03:00'],
    ['GMT\u22123:30', '-03:30'],
    ['+0545', '+05:45'],
    ['GMT', '+00:00'],
    ['Etc/GMT+5', '-05:00'],
    ['America/New_York', '-04:00'],
    ['Europe/Berlin', '+02:00'],
  ])('%s is %s', (zone, offset) => {
    expect(offsetText(offsetAt(NOON, zone))).toBe(offset);
  });

  it.each(['Nowhere/Land', 'GMT+99', 'GMT+05:99', ''])('that is none is the browser’s own: %j', (zone) => {
    expect(offsetAt(NOON, zone)).toBe(offsetAt(NOON, null));
  });

  it('decides the day', () => {
    expect(dayAt(Date.parse('2026-01-31T20:00:00Z'), 'GMT+05:30')).toBe('2026-02-01');
    expect(dayAt(Date.parse('2026-01-31T02:00:00Z'), 'America/New_York')).toBe('2026-01-30');
  });

  it('written as an offset shows times like the named one', () => {
    const shown = (zone: string) => absoluteTime('2023-10-23T17:46:17+05:30', 'en', zone);
    expect(shown('GMT+05:30')).toBe(shown('Asia/Kolkata'));
  });
});

describe('a time by the clock of a zone', () => {
  it.each([
    ['Europe/Berlin', '2026-01-31T17:30', '2026-01-31T17:30:00+01:00', false],
    ['Europe/Berlin', '2026-07-31T17:30:15', '2026-07-31T17:30:15+02:00', false],
    ['GMT+05:30', '2026-01-31T17:30', '2026-01-31T17:30:00+05:30', false],
    // The clock is put forward from two to three.
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T01:59:00+01:00', false],
    ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T03:00:00+02:00', true],
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T03:30:00+02:00', true],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T03:00:00+02:00', false],
    // And back from three to two: the first of the two.
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T02:30:00+02:00', false],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T03:00:00+01:00', false],
    ['America/New_York', '2026-03-08T02:15', '2026-03-08T03:15:00-04:00', true],
    // By half an hour only.
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T02:45:00+11:00', true],
    ['Europe/Berlin', 'soon', 'soon', false],
    ['Europe/Berlin', '', '', false],
  ])('in %s, %s is %s', (zone, wall, iso, skipped) => {
    expect(instantAt(wall, zone)).toEqual({ iso, skipped });
  });

  it('is read back as it was entered, unless the clock skips it', () => {
    const minute = fc.integer({ min: 0, max: 3 * 366 * 24 * 60 });
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'GMT-03:30',
    );
    fc.assert(
      fc.property(minute, zone, (at, where) => {
        const wall = new Date(Date.parse('2025-01-01T00:00:00Z') + at * 60_000).toISOString().slice(0, 16);
        const { iso, skipped } = instantAt(wall, where);
        if (!skipped) expect(wallTime(iso, where)).toBe(wall);
        expect(offsetText(offsetAt(Date.parse(iso), where))).toBe(iso.slice(19));
      }),
    );
  });
});
