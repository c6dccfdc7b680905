/**
 * How many calls may be under way at once. The CRM does not tell what an organisation has left: everybody in it draws on the
 * same number, and one call too many is refused with 429. So the pace is felt for: it grows with every answer, and a refusal
 * halves it and shows where the ceiling is.
 */
export interface Pace {
  readonly limit: number;
  /** Above this a call was refused; it is tried again only rarely. */
  readonly ceiling: number;
  /** Answers since `limit` was last changed. */
  readonly answers: number;
  /** Rounds of answers to wait for before the ceiling is tried. */
  readonly patience: number;
  /** Halvings so far: a refusal of a call that was sent before the last one is news of the same event. */
  readonly epoch: number;
  /** Halvings in a row, with no answer in between. */
  readonly barren: number;
}

/** A call as it was sent. */
export interface Departure {
  /** Calls under way with it, itself included; a composite call counts as many. */
  readonly underWay: number;
  readonly epoch: number;
}

const FIRST_LIMIT = 4;
const HIGHEST_LIMIT = 10;
const LEAST_PATIENCE = 5;
const FIRST_PATIENCE = 40;
const MOST_PATIENCE = 320;

export const FIRST_PACE: Pace = {
  limit: FIRST_LIMIT,
  ceiling: HIGHEST_LIMIT,
  answers: 0,
  patience: FIRST_PATIENCE,
  epoch: 0,
  barren: 0,
};

/** After an answer of any other kind than 429. */
export function answered(pace: Pace): Pace {
  const { limit, ceiling, patience, epoch } = pace;
  const next = { ...pace, answers: pace.answers + 1, barren: 0 };
  // As quickly as answers come at first, after a refusal by one for each round of calls.
  if (limit < ceiling)
    return epoch === 0 || next.answers >= limit ? { ...next, limit: limit + 1, answers: 0 } : next;
  if (ceiling >= HIGHEST_LIMIT || next.answers < limit * patience) return next;
  // Each try above the ceiling that goes well makes the next one come sooner.
  const sooner = Math.max(LEAST_PATIENCE, Math.floor(patience / 2));
  return { ...next, limit: limit + 1, ceiling: ceiling + 1, patience: sooner, answers: 0 };
}

/** After a 429. */
export function refused(pace: Pace, { underWay, epoch }: Departure): Pace {
  const ceiling = Math.max(1, Math.min(pace.ceiling, underWay - 1));
  if (epoch < pace.epoch) return { ...pace, ceiling, limit: Math.min(pace.limit, ceiling) };
  return {
    limit: Math.max(1, Math.min(ceiling, Math.floor(pace.limit / 2))),
    ceiling,
    answers: 0,
    // The first refusal tells where the ceiling is; each later one, that trying it came too soon.
    patience: pace.epoch === 0 ? pace.patience : Math.min(MOST_PATIENCE, pace.patience * 4),
    epoch: pace.epoch + 1,
    barren: pace.barren + 1,
  };
}

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 8_000;

/** Milliseconds in which nothing is sent after a refusal; `random` gives 0 to 1, so that many pages do not come back at once. */
export const pauseAfter = ({ barren }: Pace, random: () => number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (barren - 1)) * (0.75 + random() / 2);

/** Halvings in a row after which a refusal is handed on: about 20 seconds in which the CRM took nothing. */
export const GIVE_UP_AFTER = 6;
