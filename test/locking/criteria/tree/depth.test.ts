import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/base/json';
import { canAddGroup, canWrap, depthOf } from '../../../../src/locking/criteria/tree/depth';
import { addCondition, addGroup, wrapInGroup } from '../../../../src/locking/criteria/tree/edit';
import { canMoveInto, moveInto, moveTargets } from '../../../../src/locking/criteria/tree/move';
import {
  type CriteriaNode,
  DEEPEST,
  keySource,
  parseCriteria,
  serialiseCriteria,
} from '../../../../src/locking/criteria/tree/node';
import { nested } from '../../deep-criteria';

const parse = (source: Json) => parseCriteria(source, keySource());
const newKey = keySource('new');

const all = (node: CriteriaNode): CriteriaNode[] => [
  node,
  ...(node.kind === 'group' ? node.children.flatMap(all) : []),
];
const innermost = (root: CriteriaNode): string =>
  all(root)
    .filter((node) => node.kind === 'group')
    .at(-1)?.key ?? 'nowhere';
/** The condition beside the first group. */
const outerLeaf = (root: CriteriaNode): string => all(root).at(-1)?.key ?? 'nowhere';

describe('criteria of many levels', () => {
  it('are read as groups down to the deepest level, and what is below is kept as it is', () => {
    const source = nested(DEEPEST + 3);
    const root = parse(source);
    expect(depthOf(root)).toBe(DEEPEST);
    const opaque = all(root).filter((node) => node.kind === 'opaque');
    expect(opaque).toHaveLength(1);
    expect(opaque[0]).toMatchObject({ tooDeep: true, source: nested(3, DEEPEST) });
    expect(serialiseCriteria(root)).toBe(source);
  });

  it('keep what is too deep byte for byte when something else is edited', () => {
    const source = nested(DEEPEST + 3);
    const root = addCondition(parse(source), newKey);
    expect(JSON.stringify(root && serialiseCriteria(root))).toContain(JSON.stringify(nested(3, DEEPEST)));
  });

  it('take no more groups at the deepest level, but conditions', () => {
    const root = parse(nested(DEEPEST));
    const deepest = innermost(root);
    expect(canAddGroup(root, deepest)).toBe(false);
    expect(addGroup(root, newKey, deepest)).toBe(root);
    expect(addCondition(root, newKey, deepest)).not.toBe(root);
    expect(canAddGroup(root)).toBe(true);
  });

  it('take one more group a level above', () => {
    const root = parse(nested(DEEPEST - 1));
    const more = addGroup(root, newKey, innermost(root));
    expect(more && depthOf(more)).toBe(DEEPEST);
  });

  it('cannot be wrapped when that would nest deeper', () => {
    const root = parse(nested(DEEPEST));
    expect(canWrap(root, root.key)).toBe(false);
    expect(wrapInGroup(root, root.key, newKey)).toBe(root);
    expect(canWrap(root, innermost(root))).toBe(false);
    expect(canWrap(root, outerLeaf(root))).toBe(true);
    expect(canWrap(parse(nested(DEEPEST - 1)), 'n1')).toBe(true);
    expect(canWrap(root, 'nowhere')).toBe(false);
  });

  it('cannot be moved where they would nest deeper', () => {
    const root = parse({ group_operator: 'AND', group: [nested(2, 1), nested(DEEPEST - 1, 1)] });
    if (root.kind !== 'group') throw new Error('no group');
    const [pair, chain] = root.children;
    const targets = moveTargets(root, pair?.key ?? '');
    expect(targets).toContain(chain?.key);
    expect(targets).toHaveLength(DEEPEST - 3);
    const deepest = innermost(root);
    expect(canMoveInto(root, pair?.key ?? '', deepest)).toBe(false);
    expect(moveInto(root, pair?.key ?? '', deepest)).toBe(root);
    const moved = moveInto(root, pair?.key ?? '', targets.at(-1) ?? '');
    expect(moved && depthOf(moved)).toBe(DEEPEST);
  });

  it('may get a first group', () => {
    expect(canAddGroup(null)).toBe(true);
    expect(canAddGroup(parse({ comparator: 'equal', field: { api_name: 'A' }, value: 'x' }))).toBe(true);
  });
});
