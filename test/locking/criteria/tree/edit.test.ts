import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/base/json';
import * as edit from '../../../../src/locking/criteria/tree/edit';
import { findNode } from '../../../../src/locking/criteria/tree/find';
import { canMoveInto, moveInto, moveNode } from '../../../../src/locking/criteria/tree/move';
import {
  type CriteriaNode,
  keySource,
  newCondition,
  parseCriteria,
  serialiseCriteria,
} from '../../../../src/locking/criteria/tree/node';
import { criteria } from '../../arbitraries';

const leaf = (value: string): Json => ({ comparator: 'equal', field: { api_name: 'Stage' }, value });
const or = (...group: Json[]): Json => ({ group_operator: 'OR', group });
const and = (...group: Json[]): Json => ({ group_operator: 'AND', group });
const parse = (source: Json) => parseCriteria(source, keySource());
const out = (root: edit.Root): Json => root && serialiseCriteria(root);

const all = (node: edit.Root): CriteriaNode[] =>
  node ? [node, ...(node.kind === 'group' ? node.children.flatMap(all) : [])] : [];
/** The key of the condition with a value. */
const at = (root: edit.Root, value: string): string =>
  all(root).find((node) => node.kind === 'condition' && node.value === value)?.key ?? 'nowhere';
/** The key of the nth group, from the root down. */
const group = (root: edit.Root, n: number): string =>
  all(root).filter((node) => node.kind === 'group')[n]?.key ?? 'nowhere';

const filled = newCondition(keySource('new'), { api_name: 'Stage' }, 'equal', 'N');
const k = keySource('added');

describe('editing criteria', () => {
  const tree = or(leaf('A'), and(leaf('B'), leaf('C')), leaf('D'));
  const cases: [string, Json, (root: edit.Root) => edit.Root, Json][] = [
    ['adds to nothing', null, () => edit.addCondition(null, k, undefined, filled), leaf('N')],
    [
      'adds beside a single condition',
      leaf('A'),
      (r) => edit.addCondition(r, k, undefined, filled),
      and(leaf('A'), leaf('N')),
    ],
    [
      'adds to the root group',
      or(leaf('A')),
      (r) => edit.addCondition(r, k, undefined, filled),
      or(leaf('A'), leaf('N')),
    ],
    [
      'adds to an inner group',
      tree,
      (r) => edit.addCondition(r, k, group(r, 1), filled),
      or(leaf('A'), and(leaf('B'), leaf('C'), leaf('N')), leaf('D')),
    ],
    [
      'adds a group with a condition to fill in, joined the other way',
      or(leaf('A')),
      (r) => edit.addGroup(r, k),
      or(leaf('A'), and({ comparator: '', field: {}, value: null })),
    ],
    [
      'removes a condition',
      tree,
      (r) => edit.removeNode(r, at(r, 'A')),
      or(and(leaf('B'), leaf('C')), leaf('D')),
    ],
    ['removes the last condition', leaf('A'), (r) => edit.removeNode(r, at(r, 'A')), null],
    [
      'dissolves a group left with one',
      tree,
      (r) => edit.removeNode(r, at(r, 'B')),
      or(leaf('A'), leaf('C'), leaf('D')),
    ],
    [
      'keeps a group left with one when it has unknown keys',
      { group_operator: 'OR', group: [leaf('A'), leaf('B')], hint: 1 },
      (r) => edit.removeNode(r, at(r, 'A')),
      { group_operator: 'OR', group: [leaf('B')], hint: 1 },
    ],
    [
      'removes a group left empty',
      or(leaf('A'), leaf('D'), and(leaf('B'))),
      (r) => edit.removeNode(r, at(r, 'B')),
      or(leaf('A'), leaf('D')),
    ],
    ['removes a group', tree, (r) => edit.removeNode(r, group(r, 1)), or(leaf('A'), leaf('D'))],
    [
      'wraps a condition',
      or(leaf('A'), leaf('B')),
      (r) => edit.wrapInGroup(r, at(r, 'A'), k),
      or(and(leaf('A')), leaf('B')),
    ],
    ['wraps the root', leaf('A'), (r) => edit.wrapInGroup(r, at(r, 'A'), k, 'OR'), or(leaf('A'))],
    ['ungroups', tree, (r) => edit.ungroup(r, group(r, 1)), or(leaf('A'), leaf('B'), leaf('C'), leaf('D'))],
    ['cannot ungroup a root of several', tree, (r) => edit.ungroup(r, group(r, 0)), tree],
    ['ungroups a root of one', or(leaf('A')), (r) => edit.ungroup(r, group(r, 0)), leaf('A')],
    [
      'changes the operator',
      tree,
      (r) => edit.setOperator(r, group(r, 1), 'OR'),
      or(leaf('A'), or(leaf('B'), leaf('C')), leaf('D')),
    ],
    [
      'changes the field, and nothing else of the condition',
      { type: 'value', value: 'A', field: { api_name: 'Stage', id: '58431' }, comparator: 'equal' },
      (r) => edit.setField(r, at(r, 'A'), { api_name: 'Type' }),
      { type: 'value', value: 'A', field: { api_name: 'Type' }, comparator: 'equal' },
    ],
    [
      'changes comparator and value',
      leaf('A'),
      (r) => edit.setValue(edit.setComparator(r, at(r, 'A'), 'in'), at(r, 'A'), ['X', 'Y']),
      { comparator: 'in', field: { api_name: 'Stage' }, value: ['X', 'Y'] },
    ],
    [
      'moves up',
      tree,
      (r) => moveNode(r, at(r, 'C'), -1),
      or(leaf('A'), and(leaf('C'), leaf('B')), leaf('D')),
    ],
    [
      'moves down',
      tree,
      (r) => moveNode(r, at(r, 'A'), 1),
      or(and(leaf('B'), leaf('C')), leaf('A'), leaf('D')),
    ],
    [
      'adds a group inside a group, joined the other way',
      tree,
      (r) => edit.addGroup(r, k, group(r, 1)),
      or(leaf('A'), and(leaf('B'), leaf('C'), or({ comparator: '', field: {}, value: null })), leaf('D')),
    ],
    [
      'adds a group beside a condition',
      leaf('A'),
      (r) => edit.addGroup(r, k),
      and(leaf('A'), or({ comparator: '', field: {}, value: null })),
    ],
    ['does not move out at the beginning', tree, (r) => moveNode(r, at(r, 'B'), -1), tree],
    ['does not move out at the end', tree, (r) => moveNode(r, at(r, 'C'), 1), tree],
    [
      'moves into a group',
      tree,
      (r) => moveInto(r, at(r, 'A'), group(r, 1)),
      or(and(leaf('B'), leaf('C'), leaf('A')), leaf('D')),
    ],
    [
      'moves out of a group',
      tree,
      (r) => moveInto(r, at(r, 'B'), group(r, 0)),
      or(leaf('A'), and(leaf('C')), leaf('D'), leaf('B')),
    ],
    [
      'removes the group that a move leaves empty',
      or(leaf('A'), and(leaf('B')), leaf('D')),
      (r) => moveInto(r, at(r, 'B'), group(r, 0)),
      or(leaf('A'), leaf('D'), leaf('B')),
    ],
    ['does not move a group into itself', tree, (r) => moveInto(r, group(r, 0), group(r, 1)), tree],
  ];
  it.each(cases)('%s', (_, before, change, after) => {
    expect(out(change(parse(before)))).toEqual(after);
  });

  it.each<[string, Json, (root: edit.Root) => edit.Root]>([
    ['moves beyond the end', tree, (r) => moveNode(r, at(r, 'D'), 1)],
    ['moves beyond the beginning', tree, (r) => moveNode(r, at(r, 'A'), -1)],
    ['moves the root', tree, (r) => moveNode(r, r?.key ?? '', 1)],
    ['moves what is not there', tree, (r) => moveInto(r, 'nowhere', group(r, 1))],
    ['moves the root into a group', tree, (r) => moveInto(r, group(r, 0), group(r, 1))],
    ['moves to where it is', tree, (r) => moveInto(r, at(r, 'A'), group(r, 0))],
    ['moves into a condition', tree, (r) => moveInto(r, at(r, 'A'), at(r, 'B'))],
    ['moves to nowhere', tree, (r) => moveInto(r, at(r, 'A'), 'nowhere')],
    ['adds to a group that is not there', tree, (r) => edit.addCondition(r, k, 'nowhere', filled)],
    ['removes what is not there', tree, (r) => edit.removeNode(r, 'nowhere')],
    ['ungroups a condition', tree, (r) => edit.ungroup(r, at(r, 'A'))],
    ['gives an operator to a condition', tree, (r) => edit.setOperator(r, at(r, 'A'), 'AND')],
    ['gives a value to a group', tree, (r) => edit.setValue(r, group(r, 1), 'x')],
    ['gives a value to what is not there', tree, (r) => edit.setValue(r, 'nowhere', 'x')],
  ])('gives the very tree back when an edit makes no sense: %s', (_, source, change) => {
    const root = parse(source);
    expect(change(root)).toBe(root);
  });

  it('does nothing to nothing', () => {
    expect(edit.removeNode(null, 'nowhere')).toBeNull();
    expect(edit.setValue(null, 'nowhere', 'x')).toBeNull();
    expect(edit.ungroup(null, 'nowhere')).toBeNull();
    expect(moveNode(null, 'nowhere', 1)).toBeNull();
    expect(moveInto(null, 'nowhere', 'nowhere')).toBeNull();
  });

  it('leaves the groups that an edit does not concern the same', () => {
    const root = parse(or(leaf('A'), and(leaf('B'), leaf('C')), and(leaf('D'), leaf('E'))));
    const untouched = findNode(root, group(root, 2));
    const edits = [
      edit.setValue(root, at(root, 'B'), 'x'),
      moveNode(root, at(root, 'B'), 1),
      moveInto(root, at(root, 'A'), group(root, 1)),
    ];
    for (const edited of edits) {
      expect(edited).not.toBe(root);
      expect(findNode(edited, untouched?.key ?? '')).toBe(untouched);
    }
  });

  it('says where a node may move', () => {
    const root = parse(or(leaf('A'), and(leaf('B'), or(leaf('C')))));
    expect(canMoveInto(root, at(root, 'A'), group(root, 2))).toBe(true);
    expect(canMoveInto(root, group(root, 1), group(root, 2))).toBe(false);
    expect(canMoveInto(root, at(root, 'B'), group(root, 1))).toBe(false);
    expect(canMoveInto(root, at(root, 'A'), at(root, 'C'))).toBe(false);
  });
});

type Step = { edit: number; node: number; other: number };
const step = fc.record({ edit: fc.nat(10), node: fc.nat(), other: fc.nat() });

const play = (root: edit.Root, { edit: which, node, other }: Step, newKey: () => string): edit.Root => {
  const nodes = all(root);
  const one = nodes[node % Math.max(nodes.length, 1)]?.key ?? '';
  const two = nodes[other % Math.max(nodes.length, 1)]?.key ?? '';
  return (
    [
      () => edit.addCondition(root, newKey, two),
      () => edit.addGroup(root, newKey, two),
      () => edit.removeNode(root, one),
      () => edit.wrapInGroup(root, one, newKey, 'OR'),
      () => edit.ungroup(root, one),
      () => edit.setOperator(root, one, 'AND'),
      () => edit.setField(root, one, { api_name: 'Type' }),
      () => edit.setComparator(root, one, 'in'),
      () => edit.setValue(root, one, 'edited'),
      () => moveNode(root, one, other % 2 ? 1 : -1),
      () => moveInto(root, one, two),
    ][which]?.() ?? null
  );
};

describe('any sequence of edits', () => {
  it('leaves every condition and opaque node that it does not name as it was, at most removed', () => {
    fc.assert(
      fc.property(criteria, fc.array(step, { maxLength: 8 }), (source, steps) => {
        const newKey = keySource();
        let root: edit.Root = parseCriteria(source, newKey);
        for (const one of steps) {
          const before = new Map(all(root).map((node) => [node.key, node]));
          const target = all(root)[one.node % Math.max(before.size, 1)]?.key;
          root = play(root, one, newKey);
          for (const node of all(root)) {
            const was = before.get(node.key);
            if (was && node.kind !== 'group' && node.key !== target) expect(node).toBe(was);
          }
        }
      }),
    );
  });

  it('loses no node but by removing', () => {
    fc.assert(
      fc.property(criteria, fc.array(step, { maxLength: 8 }), (source, steps) => {
        const newKey = keySource();
        let root: edit.Root = parseCriteria(source, newKey);
        for (const one of steps.filter(({ edit: which }) => which !== 2)) {
          const leaves = all(root).filter((node) => node.kind !== 'group');
          root = play(root, one, newKey);
          const left = new Set(all(root).map((node) => node.key));
          expect(leaves.filter((node) => !left.has(node.key))).toEqual([]);
          expect(left.size).toBe(all(root).length);
        }
      }),
    );
  });

  it('taken back leaves what was read', () => {
    fc.assert(
      fc.property(criteria, (source) => {
        const root = parse(source);
        const added = edit.addCondition(root, k, root.key, filled);
        const wrapped = edit.wrapInGroup(root, root.key, k);
        if (root.kind !== 'group' || root.children.length > 1)
          expect(out(edit.removeNode(added, filled.key))).toEqual(source);
        expect(out(edit.ungroup(wrapped, wrapped?.key ?? ''))).toEqual(source);
      }),
    );
  });
});
