import { describe, expect, it } from 'vitest';
import {
  GONE,
  isForOthers,
  LOCKED,
  type LockKnowledge,
  statusOf,
  UNKNOWN,
  UNLOCKED,
  UNREADABLE,
} from '../../../src/locking/bulk/record-row';
import type { Lock } from '../../../src/locking/lock/lock';
import { AUTOMATIC, BOTH, BOTH_CALLED_MANUAL, MANUAL, row } from './rows';

describe('the status of a record', () => {
  it.each<[what: string, state: LockKnowledge | Lock, status: string]>([
    ['not locked', UNLOCKED, 'unlocked'],
    ['locked, its lock not read yet', LOCKED, 'locked'],
    ['locked, its lock not to be read', UNREADABLE, 'locked'],
    ['locked by a person', MANUAL, 'manual'],
    ['locked by a rule', AUTOMATIC, 'rule'],
    ['locked by both', BOTH, 'both'],
    ['locked by both, in an older schema', BOTH_CALLED_MANUAL, 'both'],
    ['locked from a source of later versions', { ...MANUAL, source: 'unknown' }, 'locked'],
    ['not read at all', UNKNOWN, 'unknown'],
    ['gone', GONE, 'gone'],
  ])('of one that is %s', (_, state, status) => {
    expect(statusOf(row(state))).toBe(status);
  });

  it.each<[LockKnowledge | Lock, boolean | null, boolean]>([
    [MANUAL, false, true],
    [MANUAL, true, false],
    [MANUAL, null, false],
    [LOCKED, false, true],
    [UNLOCKED, false, false],
    [GONE, false, false],
  ])('is said to be for others only where it does not keep oneself out', (state, lockedForMe, forOthers) => {
    expect(isForOthers(row(state, { lockedForMe }))).toBe(forOthers);
  });
});
