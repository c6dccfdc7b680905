import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectsLocked,
  type Failure,
  type Found,
  mayRetry,
  needsReading,
  type Outcome,
  type OutcomeKind,
  outcomeConfirmed,
  outcomeOfReading,
  outcomeOfReply,
  undoTask,
  type Written,
} from '../../../src/locking/bulk/outcome';
import type { RowTask } from '../../../src/locking/bulk/plan-run';
import type { Lock } from '../../../src/locking/lock/lock';
import { AUTOMATIC, BOTH, MANUAL } from './rows';

const ME = '9';
const LOCK: RowTask = { kind: 'lock', reason: 'Audit' };
const UNLOCK: RowTask = { kind: 'unlock', lockId: '71', former: 'Prices are checked' };
const EDIT: RowTask = { kind: 'edit', lockId: '71', former: 'Prices are checked', reason: 'Audit' };
const MINE: Lock = { ...MANUAL, id: '80', reason: 'Audit' };
const THEIRS: Lock = { ...MINE, lockedBy: { id: '8', name: 'Patricia Boyle' } };
const EDITED: Lock = { ...MANUAL, reason: 'Audit' };

const lost: Failure = { kind: 'timeout', certain: false };
const refusal = (kind: string): Failure => ({ kind, certain: true });
const found = (value: Lock | null): Found<Failure> => ({ ok: true, value });
const unread = (kind: string, certain = false): Found<Failure> => ({ ok: false, error: { kind, certain } });

describe('a reply without a doubt', () => {
  it.each<[RowTask, OutcomeKind]>([
    [LOCK, 'locked'],
    [UNLOCK, 'unlocked'],
    [EDIT, 'edited'],
  ])('is believed: %j', (task, kind) => {
    const written: Written<Failure> = { ok: true, lock: null };
    expect(needsReading(task, written)).toBe(false);
    expect(outcomeOfReply(task, written).kind).toBe(kind);
  });

  it.each<[kind: string, outcome: OutcomeKind, lock: boolean, unlock: boolean]>([
    ['noPermission', 'refused', false, false],
    ['automaticOnly', 'refused', false, false],
    ['notConfigured', 'refused', false, false],
    ['recordLocked', 'refused', false, false],
    ['invalid', 'refused', false, false],
    ['unauthorised', 'refused', false, false],
    ['rateLimited', 'limited', false, false],
    ['notFound', 'refused', false, true],
    ['alreadyLocked', 'refused', true, true],
    ['automaticLock', 'refused', true, true],
    ['refused', 'refused', true, true],
  ])(
    'of the kind %s refuses; only where it contradicts what is shown the lock is read',
    (kind, outcome, lock, unlock) => {
      const written: Written<Failure> = { ok: false, error: refusal(kind) };
      expect([needsReading(LOCK, written), needsReading(UNLOCK, written)]).toEqual([lock, unlock]);
      expect(outcomeOfReply(LOCK, written).kind).toBe(outcome);
    },
  );

  it('is none when it was lost: the lock is read', () => {
    for (const task of [LOCK, UNLOCK, EDIT])
      expect(needsReading(task, { ok: false, error: lost })).toBe(true);
  });
});

describe('a reading after a doubt', () => {
  it.each<[what: string, RowTask, Failure, Found<Failure>, OutcomeKind]>([
    ['my lock after a lost reply', LOCK, lost, found(MINE), 'locked'],
    ['my lock that a rule has joined', LOCK, lost, found({ ...MINE, source: 'both' }), 'locked'],
    ['the same words by somebody else', LOCK, lost, found(THEIRS), 'alreadyLocked'],
    ['other words of mine', LOCK, lost, found(MANUAL), 'alreadyLocked'],
    ['the lock of a rule', LOCK, lost, found(AUTOMATIC), 'alreadyLocked'],
    ['no lock after a lost reply', LOCK, lost, found(null), 'undone'],
    ['a lock that was there first', LOCK, refusal('alreadyLocked'), found(MANUAL), 'alreadyLocked'],
    ['my own lock that was there first', LOCK, refusal('alreadyLocked'), found(MINE), 'alreadyLocked'],
    ['no lock any more', LOCK, refusal('alreadyLocked'), found(null), 'undone'],
    ['no lock, and words of Zoho’s own', LOCK, refusal('refused'), found(null), 'refused'],
    ['a lock, and words of Zoho’s own', LOCK, refusal('refused'), found(MANUAL), 'alreadyLocked'],
    ['no lock after unlocking', UNLOCK, lost, found(null), 'unlocked'],
    ['the rule’s part alone', UNLOCK, lost, found({ ...AUTOMATIC, id: '71' }), 'ruleRemains'],
    ['the lock as it was', UNLOCK, lost, found(MANUAL), 'undone'],
    ['another lock', UNLOCK, lost, found(MINE), 'changed'],
    ['that somebody else was quicker to unlock', UNLOCK, refusal('notFound'), found(null), 'alreadyUnlocked'],
    ['that somebody else has locked it again', UNLOCK, refusal('notFound'), found(MINE), 'changed'],
    ['that a rule has taken it', UNLOCK, refusal('automaticLock'), found({ ...BOTH, id: '71' }), 'refused'],
    ['my words after a lost reply', EDIT, lost, found(EDITED), 'edited'],
    ['the words that were there before', EDIT, lost, found(MANUAL), 'undone'],
    ['words of somebody else', EDIT, lost, found({ ...MANUAL, reason: 'Legal' }), 'changed'],
    ['another lock', EDIT, lost, found(MINE), 'changed'],
    ['no lock to edit any more', EDIT, refusal('notFound'), found(null), 'alreadyUnlocked'],
    ['a lock that refuses other words', EDIT, refusal('refused'), found(MANUAL), 'refused'],
    ['nothing after a lost reply', LOCK, lost, unread('timeout'), 'unknown'],
    ['nothing after a lost reply', UNLOCK, lost, unread('server'), 'unknown'],
    ['no record any more', LOCK, lost, unread('notFound', true), 'refused'],
    [
      'nothing, but it is locked for sure',
      LOCK,
      refusal('alreadyLocked'),
      unread('timeout'),
      'alreadyLocked',
    ],
    ['nothing, and which lock is there is open', UNLOCK, refusal('notFound'), unread('timeout'), 'unknown'],
    ['nothing, but it was refused for sure', UNLOCK, refusal('automaticLock'), unread('timeout'), 'refused'],
  ])('finds %s', (_, task, error, reading, kind) => {
    expect(outcomeOfReading(task, error, reading, ME).kind).toBe(kind);
  });

  it('takes the same words for its own where nobody knows who is who, but not for Undo', () => {
    for (const [lock, me] of [
      [MINE, null],
      [{ ...MINE, lockedBy: null }, ME],
    ] as const) {
      const outcome = outcomeOfReading(LOCK, lost, found(lock), me);
      expect(outcome).toEqual({ kind: 'locked', lock: null });
      expect(undoTask(outcome)).toBeNull();
    }
  });
});

describe('a later reading', () => {
  const locked: Outcome = { kind: 'locked', lock: MINE };
  const unlocked: Outcome = { kind: 'unlocked', former: 'Prices are checked' };
  const edited: Outcome = { kind: 'edited', lockId: '71', reason: 'Audit', former: 'Prices are checked' };
  it.each<[what: string, Outcome, Lock | null, OutcomeKind]>([
    ['confirms a lock', locked, MINE, 'locked'],
    ['confirms a lock whose id nobody told', { kind: 'locked', lock: null }, MINE, 'locked'],
    ['shows that it was removed since', locked, null, 'changedSince'],
    ['shows that it was replaced since', locked, { ...MINE, id: '99' }, 'changedSince'],
    ['confirms an unlocking', unlocked, null, 'unlocked'],
    ['shows that a rule holds it', unlocked, AUTOMATIC, 'ruleRemains'],
    ['shows that it was locked since', unlocked, MINE, 'changedSince'],
    ['confirms that a rule holds it', { kind: 'ruleRemains', former: null }, AUTOMATIC, 'ruleRemains'],
    ['shows that the rule let go', { kind: 'ruleRemains', former: null }, null, 'changedSince'],
    ['confirms other words', edited, EDITED, 'edited'],
    ['shows that the lock went', edited, null, 'changedSince'],
    ['leaves a refusal alone', { kind: 'alreadyUnlocked' }, MINE, 'alreadyUnlocked'],
  ])('%s', (_, outcome, lock, kind) => {
    expect(outcomeConfirmed(outcome, lock).kind).toBe(kind);
  });

  it('is asked for only where the run changed something', () => {
    expect([locked, unlocked, edited, { kind: 'notSent' } as const].map(expectsLocked)).toEqual([
      true,
      false,
      true,
      null,
    ]);
  });
});

describe('what may be sent again', () => {
  it.each<[Outcome, boolean]>([
    [{ kind: 'undone', error: lost }, true],
    [{ kind: 'limited', error: refusal('rateLimited') }, true],
    [{ kind: 'refused', error: refusal('unauthorised') }, true],
    [{ kind: 'refused', error: refusal('noPermission') }, false],
    [{ kind: 'refused', error: refusal('notFound') }, false],
    [{ kind: 'unknown', error: lost, cause: lost }, false],
    [{ kind: 'locked', lock: MINE }, false],
    [{ kind: 'changed', lock: MINE }, false],
    [{ kind: 'notSent' }, false],
  ])('%j: %s', (outcome, again) => {
    expect(mayRetry(outcome)).toBe(again);
  });
});

describe('taking back', () => {
  it.each<[Outcome, RowTask | null]>([
    [
      { kind: 'locked', lock: MINE },
      { kind: 'unlock', lockId: '80', former: 'Audit' },
    ],
    [
      { kind: 'unlocked', former: 'Legal' },
      { kind: 'lock', reason: 'Legal' },
    ],
    [{ kind: 'unlocked', former: ' ' }, null],
    [{ kind: 'unlocked', former: null }, null],
    [{ kind: 'ruleRemains', former: 'Legal' }, null],
    [
      { kind: 'edited', lockId: '71', reason: 'Audit', former: 'Legal' },
      { kind: 'edit', lockId: '71', reason: 'Legal', former: 'Audit' },
    ],
    [{ kind: 'edited', lockId: '71', reason: 'Audit', former: null }, null],
    [{ kind: 'alreadyLocked', lock: MANUAL }, null],
    [{ kind: 'changedSince', lock: MANUAL }, null],
    [{ kind: 'undone', error: lost }, null],
  ])('%j by %j', (outcome, task) => {
    expect(undoTask(outcome)).toEqual(task);
  });

  it('twice is where it began', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (reason) => {
          const task = undoTask({ kind: 'edited', lockId: '71', reason, former: 'Legal' });
          const again = task && undoTask(outcomeOfReply(task, { ok: true, lock: null }));
          expect(again).toEqual({ kind: 'edit', lockId: '71', reason, former: 'Legal' });
        },
      ),
    );
  });
});
