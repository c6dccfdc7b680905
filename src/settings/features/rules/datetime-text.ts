import { clockAt, offsetAt, offsetText } from '../../../i18n/time-zone';

/** A moment (ISO 8601 with an offset) as the clock in the user's zone shows it, `2026-01-31T17:30`; empty when it is none. */
export function wallTime(iso: string, timeZone: string | null): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return '';
  const wall = clockAt(moment, timeZone).toISOString();
  return wall.slice(0, wall.startsWith('00', 17) ? 16 : 19);
}

/** A moment that a person entered by the clock of their zone. */
export interface EnteredMoment {
  /** With the zone's offset: `2026-01-31T17:30:00+01:00`. */
  readonly iso: string;
  /** The clock never shows this time, because it is put forward: `iso` is as long after the jump as was entered. */
  readonly skipped: boolean;
}

const HALF_DAY = 43_200_000;

/**
 * The moment when the clock in the user's zone shows this. When it shows it twice, because the clock is put back, the first
 * time. Text that is no time stays as it is.
 */
export function instantAt(wall: string, timeZone: string | null): EnteredMoment {
  const clock = Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`);
  if (Number.isNaN(clock)) return { iso: wall, skipped: false };
  // The offsets on both sides of a change of the clock, if there is one.
  const [before, after] = [offsetAt(clock - HALF_DAY, timeZone), offsetAt(clock + HALF_DAY, timeZone)];
  const found = [before, after].find((offset) => offsetAt(clock - offset * 60_000, timeZone) === offset);
  const moment = clock - (found ?? before) * 60_000;
  const shown = clockAt(moment, timeZone).toISOString().slice(0, 19);
  return { iso: shown + offsetText(offsetAt(moment, timeZone)), skipped: found === undefined };
}
