/** The org's time zone is India's, as in Zoho's samples: a fixed offset, without summer time. */
const OFFSET_MINUTES = 330;
const OFFSET = '+05:30';

/** The wall clock of the org, read through UTC getters. */
export const orgClock = (instant: Date): Date => new Date(instant.getTime() + OFFSET_MINUTES * 60_000);

/** ISO 8601 with offset and whole seconds, as Zoho writes date-times. */
export const zohoTime = (instant: Date): string => `${orgClock(instant).toISOString().slice(0, 19)}${OFFSET}`;

/** The org's calendar day of an instant, `YYYY-MM-DD`. */
export const zohoDay = (instant: Date): string => orgClock(instant).toISOString().slice(0, 10);
