import type { Json } from '../../src/base/json';

export const leaf = (place: string | number): Json => ({
  comparator: 'equal',
  field: { api_name: 'Stage' },
  value: `value ${place}`,
});

/** Groups inside one another that alternate between AND and OR, each with a condition of its own. `level`: of the outermost. */
export const nested = (levels: number, level = 0): Json => {
  let node: Json = leaf('inside');
  for (let i = level + levels - 1; i >= level; i--)
    node = { group_operator: i % 2 ? 'OR' : 'AND', group: [node, leaf(i)] };
  return node;
};

/** As many conditions as said, spread evenly over groups inside one another. */
export const wide = (leaves: number, levels: number): Json => {
  const each = Math.max(1, Math.floor(leaves / levels));
  let node: Json | undefined;
  for (let i = levels - 1; i >= 0; i--)
    node = {
      group_operator: i % 2 ? 'OR' : 'AND',
      group: [...Array.from({ length: each }, (_, n) => leaf(`${i}.${n}`)), ...(node ? [node] : [])],
    };
  return node ?? leaf(0);
};
