import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, FIRST_PACE, type Pace, pauseAfter, refused } from '../../src/crm/pace';

const grown = (pace: Pace, answers: number): Pace => {
  let next = pace;
  for (let i = 0; i < answers; i++) next = answered(next);
  return next;
};

/** A pace that has met its ceiling: six calls under way were one too many. */
const MET = refused(grown(FIRST_PACE, 4), { underWay: 6, epoch: 0 });

describe('the number of calls at once', () => {
  it('begins at four and grows with every answer, up to ten', () => {
    expect(FIRST_PACE.limit).toBe(4);
    expect(grown(FIRST_PACE, 1).limit).toBe(5);
    expect(grown(FIRST_PACE, 6).limit).toBe(10);
    expect(grown(FIRST_PACE, 5_000).limit).toBe(10);
  });

  it('is halved by a refusal, which shows where the ceiling is', () => {
    expect(MET).toMatchObject({ limit: 4, ceiling: 5 });
    expect(refused(MET, { underWay: 4, epoch: 1 })).toMatchObject({ limit: 2, ceiling: 3 });
  });

  it('is halved once by refusals of calls that were sent together, which still lower the ceiling', () => {
    const again = refused(MET, { underWay: 5, epoch: 0 });
    expect(again).toMatchObject({ limit: 4, ceiling: 4, epoch: 1 });
    expect(refused(again, { underWay: 3, epoch: 0 })).toMatchObject({ limit: 2, ceiling: 2 });
  });

  it('comes back to the ceiling by one for each round of answers', () => {
    expect(grown(MET, 3).limit).toBe(4);
    expect(grown(MET, 4).limit).toBe(5);
    expect(grown(MET, 100).limit).toBe(5);
  });

  it('tries above the ceiling only after forty rounds, and sooner each time that goes well', () => {
    const waited = grown(MET, 4 + 5 * 40 - 1);
    expect(waited.limit).toBe(5);
    const tried = grown(waited, 1);
    expect(tried.limit).toBe(6);
    expect(grown(tried, 6 * 20).limit).toBe(7);
  });

  it('waits twice as long for the next try when one came too soon', () => {
    const tried = grown(MET, 4 + 5 * 40);
    const tooSoon = refused(tried, { underWay: 6, epoch: tried.epoch });
    expect(tooSoon).toMatchObject({ limit: 3, ceiling: 5 });
    const back = grown(tooSoon, 3 + 4);
    expect(back.limit).toBe(5);
    expect(grown(back, 5 * 80 - 1).limit).toBe(5);
    expect(grown(back, 5 * 80).limit).toBe(6);
  });

  it('stays between one and ten whatever comes', () => {
    const event = fc.oneof(
      fc.constant(null),
      fc.record({ underWay: fc.integer({ min: 1, max: 12 }), late: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 300 }), (events) => {
        let pace = FIRST_PACE;
        for (const one of events) {
          pace = one
            ? refused(pace, { underWay: one.underWay, epoch: Math.max(0, pace.epoch - Number(one.late)) })
            : answered(pace);
          expect(pace.limit).toBeGreaterThanOrEqual(1);
          expect(pace.limit).toBeLessThanOrEqual(Math.min(10, pace.ceiling));
        }
      }),
    );
  });
});

describe('the pause after a refusal', () => {
  it('grows as long as nothing is answered, to ten seconds at most', () => {
    let pace = FIRST_PACE;
    const pauses = Array.from({ length: 8 }, () => {
      pace = refused(pace, { underWay: 1, epoch: pace.epoch });
      return pauseAfter(pace, () => 0.5);
    });
    expect(pauses).toEqual([400, 800, 1600, 3200, 6400, 8000, 8000, 8000]);
    expect(pauseAfter(pace, () => 1)).toBe(10_000);
    expect(pauseAfter(refused(answered(pace), { underWay: 1, epoch: pace.epoch }), () => 0)).toBe(300);
  });
});
