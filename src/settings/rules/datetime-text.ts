const STYLE = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
} as const;

/** The browser's own zone when the user's is unknown or not an IANA name. */
const formatIn = (timeZone: string | null): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', { ...STYLE, ...(timeZone ? { timeZone } : {}) });
  } catch {
    return new Intl.DateTimeFormat('en-US', STYLE);
  }
};

/** Milliseconds by which the zone is ahead of UTC at a moment. */
const offsetAt = (moment: number, timeZone: string | null): number => {
  const parts = new Map<string, number>();
  for (const { type, value } of formatIn(timeZone).formatToParts(moment)) parts.set(type, Number(value));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const day = [part('year'), part('month') - 1, part('day')] as const;
  const wall = Date.UTC(...day, part('hour'), part('minute'), part('second'));
  return wall - Math.floor(moment / 1000) * 1000;
};

/** A moment (ISO 8601 with an offset) as the clock in the user's zone shows it, `2026-01-31T17:30`; empty when it is none. */
export function wallTime(iso: string, timeZone: string | null): string {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return '';
  const wall = new Date(moment + offsetAt(moment, timeZone)).toISOString();
  return wall.slice(0, wall.startsWith('00', 17) ? 16 : 19);
}

/** The moment when the clock in the user's zone shows this, with the zone's offset: `2026-01-31T17:30:00+01:00`. */
export function instantAt(wall: string, timeZone: string | null): string {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return wall;
  // The offset at the moment itself: near a change of clocks the first guess is on the wrong side.
  const offset = offsetAt(asUtc - offsetAt(asUtc, timeZone), timeZone);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const time = wall.length === 16 ? `${wall}:00` : wall;
  return `${time}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
