import { once } from './once';

type Zone =
  | { readonly kind: 'named'; readonly format: Intl.DateTimeFormat }
  | { readonly kind: 'fixed'; readonly minutes: number }
  /** Unknown: the browser's own. */
  | { readonly kind: 'own' };

/** `GMT+05:30`, `UTC-3`, `+0530`, also in front of a place: `(GMT+05:30) Kolkata`. */
const FIXED = /^\(?(?:GMT|UTC)?\s*([+\-\u2212])(\d{1,2})(?::?(\d\d))?(?!\d)/i;

const fixedMinutes = (name: string): number | undefined => {
  const [, sign, hours, minutes = '0'] = FIXED.exec(name) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
};

const zoneOf = once((name): Zone => {
  const minutes = fixedMinutes(name.trim());
  if (minutes !== undefined) return { kind: 'fixed', minutes };
  try {
    return {
      kind: 'named',
      format: new Intl.DateTimeFormat('en', { timeZone: name.trim(), timeZoneName: 'longOffset' }),
    };
  } catch {
    return { kind: 'own' };
  }
});

const OFFSET = /([+-])(\d\d):(\d\d)/;

/**
 * How many minutes a zone is ahead of UTC at a moment (milliseconds). `zone`: an IANA name or a fixed offset as in `GMT+05:30`;
 * anything else means the browser's own zone.
 */
export function offsetAt(moment: number, zone: string | null): number {
  const found = zone === null ? null : zoneOf(zone);
  if (found?.kind === 'fixed') return found.minutes;
  if (found?.kind !== 'named') return -new Date(moment).getTimezoneOffset();
  const name = found.format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = OFFSET.exec(name) ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** `+05:30`. */
export const offsetText = (minutes: number): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** What a clock of the zone shows at a moment, as if it were UTC: its parts are read with the UTC getters. */
export const clockAt = (moment: number, zone: string | null): Date =>
  new Date(moment + offsetAt(moment, zone) * 60_000);

/** The day of a moment in the zone, `2026-01-31`. */
export const dayAt = (moment: number, zone: string | null): string =>
  clockAt(moment, zone).toISOString().slice(0, 10);
