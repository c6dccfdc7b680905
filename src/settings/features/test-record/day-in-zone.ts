/** The day of a moment in a time zone, `YYYY-MM-DD`; undefined when it is no moment. The browser's own zone when none is known. */
export function dayInZone(moment: string | number, timeZone: string | null): string | undefined {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return undefined;
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = (zone: string | undefined) =>
    // Sweden writes dates as ISO 8601 does.
    new Intl.DateTimeFormat('sv-SE', { ...options, ...(zone && { timeZone: zone }) }).format(date);
  try {
    return format(timeZone ?? undefined);
  } catch {
    return format(undefined);
  }
}
