import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCK,
  blockAt,
  headOf,
  type Journal,
  type JournalEntry,
  journalled,
  parseJournal,
} from '../../../src/locking/bulk/journal';
import type { Outcome } from '../../../src/locking/bulk/outcome';
import { MANUAL } from './rows';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const journal = (ids: readonly string[], entries: [string, JournalEntry][] = []): Journal => ({
  module: 'Deals',
  action: 'lock',
  reason: 'Audit',
  undoing: false,
  startedAt: NOW,
  ids,
  lockIds: ids.map((id) => (Number(id) % 2 ? id : '')),
  entries: new Map(entries),
  ended: false,
});

/** Keeps a journal the way a browser does, as text, and reads it again. */
function reread(kept: Journal, now = NOW): Journal | null {
  const store = new Map<string, string>([['head', JSON.stringify(headOf(kept))]]);
  for (let place = 0; place < kept.ids.length; place += BLOCK) {
    const { block, entries } = blockAt(kept, place);
    store.set(String(block), JSON.stringify(entries));
  }
  const read = (name: string): unknown => JSON.parse(store.get(name) ?? 'null');
  return parseJournal(read('head'), (index) => read(String(index)), now);
}

describe('the journal of a run', () => {
  it('comes back as it was kept', () => {
    const entry: fc.Arbitrary<JournalEntry> = fc.oneof(
      fc.constant('begun' as const),
      fc.constant({ kind: 'locked', lockId: '77' } as const),
      fc.constant({ kind: 'refused', error: 'noPermission' } as const),
      fc.constant({ kind: 'undone' } as const),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(10_000), { maxLength: 130 }),
        fc.infiniteStream(entry),
        (numbers, entries) => {
          const ids = numbers.map(String);
          const kept = ids
            .filter((_, i) => i % 3 > 0)
            .map((id): [string, JournalEntry] => [id, entries.next().value ?? 'begun']);
          const before = journal(ids, kept);
          expect(reread(before)).toEqual(before);
        },
      ),
    );
  });

  it('holds nothing that other people wrote', () => {
    const outcomes: Outcome[] = [
      { kind: 'alreadyLocked', lock: MANUAL },
      { kind: 'unlocked', former: 'Prices are checked' },
      { kind: 'edited', lockId: '71', reason: 'Audit', former: 'Prices are checked' },
      { kind: 'changed', lock: MANUAL },
      { kind: 'refused', error: { kind: 'refused', certain: true } },
      { kind: 'locked', lock: { ...MANUAL, reason: 'Audit' } },
      { kind: 'notSent' },
    ];
    const kept = JSON.stringify(outcomes.map(journalled));
    expect(kept).not.toMatch(/Prices|John|Smith/);
    expect(kept).toContain('"lockId":"71"');
  });

  it('is none when it is old, of another version, or was never a journal', () => {
    const kept = journal(['1']);
    const head = JSON.parse(JSON.stringify(headOf(kept)));
    expect(reread(kept, NOW + 86_400_001)).toBeNull();
    for (const other of [
      null,
      'x',
      [],
      { ...head, v: 2 },
      { ...head, module: 'a/b' },
      { ...head, action: 'delete' },
      { ...head, reason: 3 },
      { ...head, ids: ['x'] },
      { ...head, ids: {} },
      { ...head, lockIds: ['a/b'] },
      { ...head, lockIds: null },
      { ...head, startedAt: 'now' },
    ])
      expect(parseJournal(other, () => null, NOW)).toBeNull();
  });

  it('passes over entries that make no sense', () => {
    const head = JSON.parse(JSON.stringify(headOf(journal(['1', '2', '3', '4']))));
    const block = [
      { kind: 'locked', lockId: 'a/b' },
      'sent',
      { kind: 'boom' },
      { kind: 'refused', error: '<b>' },
    ];
    const read = parseJournal(head, () => block, NOW);
    expect(read && Object.fromEntries(read.entries)).toEqual({
      1: { kind: 'locked' },
      4: { kind: 'refused' },
    });
    expect(parseJournal(head, () => 'x', NOW)?.entries.size).toBe(0);
  });
});
