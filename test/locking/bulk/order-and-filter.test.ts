import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GONE, LOCKED, type LockKnowledge, UNKNOWN, UNLOCKED } from '../../../src/locking/bulk/record-row';
import { filtersDetails, passes, type RowFilter, searchText } from '../../../src/locking/bulk/row-filter';
import { type Column, orderOf, sortValue } from '../../../src/locking/bulk/row-order';
import type { Lock } from '../../../src/locking/lock/lock';
import { AUTOMATIC, BOTH, MANUAL, row } from './rows';

const NO_FILTER: RowFilter = { text: '', source: 'all', rule: null, person: null, olderThanDays: null };
const NOW = Date.parse('2026-12-01T12:00:00+01:00');

describe('sorting', () => {
  it.each<[Column, LockKnowledge | Lock, string | number | null]>([
    ['record', UNLOCKED, 'Atlas Bridge Builders'],
    ['status', UNLOCKED, 0],
    ['status', MANUAL, 2],
    ['status', BOTH, 4],
    ['status', LOCKED, null],
    ['status', UNKNOWN, null],
    ['status', GONE, 6],
    ['reason', MANUAL, 'Prices are checked'],
    ['reason', AUTOMATIC, null],
    ['reason', { ...MANUAL, reason: '  ' }, null],
    ['lockedBy', MANUAL, 'John Smith'],
    ['lockedBy', { ...MANUAL, lockedBy: { id: '9', name: '' } }, null],
    ['since', MANUAL, Date.parse('2026-11-01T09:00:00Z')],
    ['since', { ...MANUAL, lockedAt: 'soon' }, null],
    ['since', LOCKED, null],
  ])('by %s goes by what is known', (column, state, value) => {
    if (column !== 'result') expect(sortValue(row(state), column)).toBe(value);
  });

  it('puts what is not known last, whichever way it goes', () => {
    const values = [3, null, 1, 2, null];
    expect(orderOf(values, () => 0, false)).toEqual([2, 3, 0, 1, 4]);
    expect(orderOf(values, () => 0, true)).toEqual([0, 3, 2, 1, 4]);
  });

  it('is a stable order of the same rows, by the rank of their texts', () => {
    const value = fc.oneof(
      fc.constantFrom('a', 'B', 'ä'),
      fc.integer({ min: -2, max: 2 }),
      fc.constant(null),
    );
    const rank = (text: string) => ['a', 'ä', 'B'].indexOf(text);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 30 }), fc.boolean(), (values, descending) => {
        const order = orderOf(values, rank, descending);
        expect(order.toSorted((a, b) => a - b)).toEqual([...values.keys()]);
        const key = (place: number) => {
          const found = values[place] ?? null;
          return found === null ? null : typeof found === 'number' ? found : rank(found);
        };
        for (const [i, place] of order.slice(1).entries()) {
          const before = order[i] ?? 0;
          const [x, y] = [key(before), key(place)];
          if (x === y) expect(before).toBeLessThan(place);
          else if (x === null || y === null) expect(y).toBeNull();
          else expect(x < y).toBe(!descending);
        }
      }),
    );
  });
});

describe('filtering', () => {
  const filter = (change: Partial<RowFilter>): RowFilter => ({ ...NO_FILTER, ...change });
  const name = ({ name: text }: { readonly name: string }) => searchText(text);
  it.each<[what: string, Partial<RowFilter>, LockKnowledge | Lock, boolean | null]>([
    ['nothing', {}, GONE, true],
    ['a part of the name', { text: 'bridge' }, UNLOCKED, true],
    ['another name', { text: 'harbour' }, MANUAL, false],
    ['manual', { source: 'manual' }, MANUAL, true],
    ['manual', { source: 'manual' }, BOTH, true],
    ['manual', { source: 'manual' }, AUTOMATIC, false],
    ['manual', { source: 'manual' }, UNLOCKED, false],
    ['manual', { source: 'manual' }, LOCKED, null],
    ['manual', { source: 'manual' }, UNKNOWN, null],
    ['manual', { source: 'manual' }, GONE, false],
    ['manual by another name', { source: 'manual', text: 'harbour' }, LOCKED, false],
    ['rule', { source: 'rule' }, BOTH, true],
    ['rule', { source: 'rule' }, MANUAL, false],
    ['a rule', { rule: '3' }, AUTOMATIC, true],
    ['another rule', { rule: '4' }, AUTOMATIC, false],
    ['a person', { person: '9' }, MANUAL, true],
    ['another person', { person: '8' }, MANUAL, false],
    ['a person', { person: '9' }, AUTOMATIC, false],
    ['older than it is', { olderThanDays: 30 }, MANUAL, true],
    ['not so old', { olderThanDays: 31 }, MANUAL, false],
    ['of an age nobody told', { olderThanDays: 7 }, { ...MANUAL, lockedAt: null }, false],
  ])('by %s', (_, change, state, shown) => {
    expect(passes(row(state), filter(change), name, NOW)).toBe(shown);
  });

  it('by text needs no details, by anything else it does', () => {
    expect(filtersDetails(filter({ text: 'x' }))).toBe(false);
    for (const change of [{ source: 'rule' }, { rule: '3' }, { person: '9' }, { olderThanDays: 7 }] as const)
      expect(filtersDetails(filter(change))).toBe(true);
  });

  it('finds a text whatever its case and accents', () => {
    expect(searchText('Müller & Søns ÉCOLE')).toBe(searchText('MULLER & søns école'));
  });
});
