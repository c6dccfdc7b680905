import { knownLock, LOCKED, type LockKnowledge, type RecordRow } from '../../../src/locking/bulk/record-row';
import type { Lock } from '../../../src/locking/lock/lock';

export const MANUAL: Lock = {
  id: '71',
  source: 'manual',
  reason: 'Prices are checked',
  lockedBy: { id: '9', name: 'John Smith' },
  lockedAt: '2026-11-01T10:00:00+01:00',
  ruleId: null,
  configurationId: '5',
};
export const AUTOMATIC: Lock = {
  ...MANUAL,
  id: '72',
  source: 'automatic',
  reason: null,
  lockedBy: null,
  ruleId: '3',
};
export const BOTH: Lock = { ...MANUAL, id: '73', source: 'both', ruleId: '3' };
/** Older organisations have no word for a lock of both kinds: the rule alone shows it. */
export const BOTH_CALLED_MANUAL: Lock = { ...BOTH, source: 'manual' };

export const row = (state: LockKnowledge | Lock = LOCKED, change: Partial<RecordRow> = {}): RecordRow => ({
  id: '1',
  name: 'Atlas Bridge Builders',
  state: 'kind' in state ? state : knownLock(state),
  lockedForMe: null,
  ...change,
});
