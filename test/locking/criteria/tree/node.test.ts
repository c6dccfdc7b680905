import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CriteriaNode,
  fieldReference,
  keySource,
  parseCriteria,
  serialiseCriteria,
} from '../../../../src/locking/criteria/tree/node';
import { criteria, json } from '../../arbitraries';

const parse = (source: Parameters<typeof parseCriteria>[0]) => parseCriteria(source, keySource());
const keys = (node: CriteriaNode): string[] => [
  node.key,
  ...(node.kind === 'group' ? node.children.flatMap(keys) : []),
];

describe('reading criteria', () => {
  it('writes back byte for byte what it read, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(criteria, json), (source) => {
        const text = JSON.stringify(source);
        expect(JSON.stringify(serialiseCriteria(parse(JSON.parse(text))))).toBe(text);
      }),
    );
  });

  it('gives every node a key of its own', () => {
    fc.assert(
      fc.property(criteria, (source) => {
        const all = keys(parse(source));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  const leaf = { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Won' };
  it.each([
    ['a condition', leaf, 'condition'],
    ['a condition with the type that newer replies add', { ...leaf, type: 'value' }, 'condition'],
    ['a condition with an unknown comparator', { ...leaf, comparator: 'is_near' }, 'condition'],
    ['a group', { group_operator: 'OR', group: [leaf] }, 'group'],
    ['a group with an unknown operator', { group_operator: 'XOR', group: [leaf] }, 'opaque'],
    ['a group whose members are no list', { group_operator: 'OR', group: leaf }, 'opaque'],
    ['a mixture', { ...leaf, group_operator: 'OR', group: [] }, 'opaque'],
    ['a condition without a field', { comparator: 'equal', value: '1' }, 'opaque'],
    ['a condition whose comparator is no text', { ...leaf, comparator: 5 }, 'opaque'],
    ['a condition that is half a group', { ...leaf, group: [] }, 'opaque'],
    ['a condition with an operator', { ...leaf, group_operator: 'OR' }, 'opaque'],
    ['null', null, 'opaque'],
    ['text', 'Stage = Closed', 'opaque'],
  ])('reads %s', (_, source, kind) => {
    expect(parse(source).kind).toBe(kind);
  });

  it('shows the parts of a condition', () => {
    expect(parse({ ...leaf, field: { api_name: 'Stage', id: '58431', module: 'Deals' } })).toMatchObject({
      comparator: 'equal',
      field: { api_name: 'Stage', id: '58431' },
      value: 'Closed Won',
    });
    expect(fieldReference({ id: '58431', api_name: 5 })).toStrictEqual({ id: '58431' });
    expect(fieldReference({ api_name: 'Stage' })).toStrictEqual({ api_name: 'Stage' });
  });

  it('gives back the very object that was read', () => {
    const source = { group_operator: 'OR', group: [leaf, { group_operator: 'AND', group: [leaf] }] };
    expect(serialiseCriteria(parse(source))).toBe(source);
  });
});
