import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BulkAction, planRun, reachOf, taskFor } from '../../../src/locking/bulk/plan-run';
import {
  GONE,
  LOCKED,
  type LockKnowledge,
  UNKNOWN,
  UNLOCKED,
  UNREADABLE,
} from '../../../src/locking/bulk/record-row';
import type { Lock } from '../../../src/locking/lock/lock';
import { AUTOMATIC, BOTH, BOTH_CALLED_MANUAL, MANUAL, row } from './rows';

const LOCK: BulkAction = { kind: 'lock', reason: 'Audit' };
const UNLOCK: BulkAction = { kind: 'unlock' };
const EDIT: BulkAction = { kind: 'edit', reason: 'Audit' };

type Case = [what: string, state: LockKnowledge | Lock, lock: string, unlock: string, edit: string];
const CASES: Case[] = [
  ['unlocked', UNLOCKED, 'lock', 'notLocked', 'notLocked'],
  ['unknown', UNKNOWN, 'lock', 'unread', 'unread'],
  ['locked', LOCKED, 'alreadyLocked', 'unread', 'unread'],
  ['unreadable', UNREADABLE, 'alreadyLocked', 'unread', 'unread'],
  ['manual', MANUAL, 'alreadyLocked', 'unlock', 'edit'],
  ['automatic', AUTOMATIC, 'alreadyLocked', 'heldByRule', 'heldByRule'],
  ['both', BOTH, 'alreadyLocked', 'heldByRule', 'edit'],
  ['both, called manual', BOTH_CALLED_MANUAL, 'alreadyLocked', 'heldByRule', 'edit'],
  ['of an unknown source', { ...MANUAL, source: 'unknown' }, 'alreadyLocked', 'unlock', 'edit'],
  ['with the reason already', { ...MANUAL, reason: ' Audit\r\n' }, 'alreadyLocked', 'unlock', 'sameReason'],
  ['gone', GONE, 'gone', 'gone', 'gone'],
];

const said = (action: BulkAction, state: LockKnowledge | Lock): string => {
  const task = taskFor(action, row(state));
  return typeof task === 'string' ? task : task.kind;
};

describe('what an action does to a record', () => {
  it.each(CASES)('that is %s', (_, state, lock, unlock, edit) => {
    expect([said(LOCK, state), said(UNLOCK, state), said(EDIT, state)]).toEqual([lock, unlock, edit]);
  });

  it('is about the lock that was shown, and keeps its reason for Undo', () => {
    expect(taskFor(UNLOCK, row(MANUAL))).toEqual({
      kind: 'unlock',
      lockId: '71',
      former: 'Prices are checked',
    });
    expect(taskFor(EDIT, row(MANUAL))).toEqual({
      kind: 'edit',
      lockId: '71',
      former: 'Prices are checked',
      reason: 'Audit',
    });
  });
});

const anyRow = fc
  .tuple(fc.uniqueArray(fc.nat(500), { maxLength: 40 }), fc.infiniteStream(fc.constantFrom(...CASES)))
  .map(([ids, cases]) => ids.map((id) => row(cases.next().value?.[1] ?? LOCKED, { id: String(id) })));

describe('the plan of a run', () => {
  it('has every record once: as a task, or counted among those that stay', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(LOCK, UNLOCK, EDIT), (rows, action) => {
        const { tasks, left } = planRun(action, rows);
        const stay = rows.map((one) => taskFor(action, one)).filter((task) => typeof task === 'string');
        const counted = Object.entries(left).flatMap(([reason, count]) => Array<string>(count).fill(reason));
        expect(counted.sort()).toEqual([...stay].sort());
        expect(tasks.size + stay.length).toBe(rows.length);
        expect([...tasks.keys()]).toEqual(rows.map(({ id }) => id).filter((id) => tasks.has(id)));
      }),
    );
  });

  it('reaches as many as the buttons say, once everything is read', () => {
    fc.assert(
      fc.property(anyRow, (rows) => {
        const read = rows.filter(({ state }) => state.kind !== 'unknown' && state.kind !== 'locked');
        const reach = reachOf(read);
        const count = (action: BulkAction) => planRun(action, read).tasks.size;
        // A reason that no lock has yet.
        const edit = count({ kind: 'edit', reason: '\u0000' });
        expect(reach).toEqual({ lock: count(LOCK), unlock: count(UNLOCK), edit, unread: 0 });
      }),
    );
  });

  it('counts locks that are not read yet among those that may be removed', () => {
    expect(reachOf([row(LOCKED), row(UNKNOWN), row(MANUAL), row(AUTOMATIC)])).toEqual({
      lock: 1,
      unlock: 3,
      edit: 3,
      unread: 2,
    });
  });
});
