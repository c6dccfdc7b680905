import { describe, expect, it } from 'vitest';
import { hasAutomaticPart, hasManualPart, type Lock, sameLock } from '../../../src/locking/lock/lock';

const lock: Lock = {
  id: '5843104000001072001',
  source: 'manual',
  reason: 'Checked by Legal',
  lockedBy: { id: '5843104000000424672', name: 'Patricia Boyle' },
  lockedAt: '2023-10-23T17:46:17+05:30',
  ruleId: null,
  configurationId: '5843104000001068044',
};

describe('who holds a lock', () => {
  it.each([
    ['manual', null, true, true, false],
    ['manual', '1', true, true, true],
    ['automatic', '1', false, false, true],
    ['automatic', null, false, false, true],
    ['automatic', '1', true, true, true],
    ['both', '1', true, true, true],
    ['both', null, false, true, true],
    ['unknown', null, true, true, false],
    ['unknown', null, false, true, false],
    ['unknown', '1', true, true, true],
    ['unknown', '1', false, false, true],
  ] as const)(
    'is told by what is there: source %s, rule %s, author %s: manual %s, by a rule %s',
    (source, ruleId, author, manual, byRule) => {
      const lockedBy = author ? lock.lockedBy : null;
      expect(hasManualPart({ ...lock, source, ruleId, lockedBy })).toBe(manual);
      expect(hasAutomaticPart({ ...lock, source, ruleId, lockedBy })).toBe(byRule);
    },
  );
});

describe('the same lock', () => {
  it('is none twice, or the same content', () => {
    expect(sameLock(null, null)).toBe(true);
    expect(sameLock(lock, { ...lock })).toBe(true);
    expect(sameLock(lock, null)).toBe(false);
    expect(sameLock(null, lock)).toBe(false);
  });

  it.each<Partial<Lock>>([
    { id: '2' },
    { source: 'both' },
    { reason: 'Something else' },
    { reason: null },
    { ruleId: '3' },
    { lockedAt: null },
  ])('is not one with %j', (change) => {
    expect(sameLock(lock, { ...lock, ...change })).toBe(false);
  });
});
