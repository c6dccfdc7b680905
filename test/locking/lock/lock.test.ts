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
    ['manual', null, true, false],
    ['automatic', '1', false, true],
    ['automatic', null, false, true],
    ['both', '1', true, true],
    ['both', null, true, true],
    ['unknown', null, true, false],
    ['unknown', '1', true, true],
  ] as const)('%s with rule %s: by hand %s, by a rule %s', (source, ruleId, byHand, byRule) => {
    expect(hasManualPart({ ...lock, source, ruleId })).toBe(byHand);
    expect(hasAutomaticPart({ ...lock, source, ruleId })).toBe(byRule);
  });
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
