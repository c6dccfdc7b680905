/** How far the zone is ahead of UTC at a moment: `+05:30`. The browser's own zone when the user's is unknown or not an IANA name. */
const offsetAt = (moment: number, timeZone: string | null): string => {
  const format = (zone: { readonly timeZone?: string }) =>
    new Intl.DateTimeFormat('en', { ...zone, timeZoneName: 'longOffset' }).formatToParts(moment);
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = format(timeZone ? { timeZone } : {});
  } catch {
    parts = format({});
  }
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /[+-]\d\d:\d\d/.exec(name)?.[0] ?? '+00:00';
};

/** What the clock of a place with this offset shows, read as if it were UTC. */
const shifted = (moment: number, offset: string): number =>
  2 * moment - Date.parse(new Date(moment).toISOString().replace('Z', offset));

/** A moment (ISO 8601 with an offset) as the clock in the user's zone shows it, `2026-01-31T17:30`; empty when it is none. */
export function wallTime(iso: string, timeZone: string | null): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return '';
  const wall = new Date(shifted(moment, offsetAt(moment, timeZone))).toISOString();
  return wall.slice(0, wall.startsWith('00', 17) ? 16 : 19);
}

/** The moment when the clock in the user's zone shows this, with the zone's offset: `2026-01-31T17:30:00+01:00`. */
export function instantAt(wall: string, timeZone: string | null): string {
  const time = wall.length === 16 ? `${wall}:00` : wall;
  const guess = Date.parse(`${time}Z`);
  if (Number.isNaN(guess)) return wall;
  // The offset at the moment itself: near a change of clocks the first guess is on the wrong side.
  return time + offsetAt(Date.parse(time + offsetAt(guess, timeZone)), timeZone);
}
