import { type Field, fieldKind, findField } from '../configuration/fields';
import type { Canonical } from '../criteria/implication/canonical';
import type { ConditionRange } from '../criteria/implication/condition-range';

const byField = (nodes: readonly Canonical[]): ReadonlyMap<string, readonly ConditionRange[]> => {
  const found = new Map<string, ConditionRange[]>();
  for (const { range } of nodes) {
    if (!range) continue;
    const known = found.get(range.field);
    if (known) known.push(range);
    else found.set(range.field, [range]);
  }
  return found;
};

/** Zoho does not say whether upper and lower case count: where they may not, two values may be one. */
const small = (value: string): string => value.trim().toLowerCase();

const holds = (range: ConditionRange, value: string, ordered: boolean): boolean => {
  switch (range.kind) {
    case 'among':
      return [...range.values].some((one) => small(one) === small(value));
    case 'notAmong':
      return !range.values.has(value);
    case 'between': {
      const at = ordered ? Number(value) : Number.NaN;
      if (Number.isNaN(at)) return true;
      const above = range.lowIn ? at >= range.low : at > range.low;
      return above && (range.highIn ? at <= range.high : at < range.high);
    }
    case 'filled':
      return true;
    case 'empty':
      return false;
  }
};

/** Whether no value is left that all of the ranges allow. False where that is not certain. */
const excludeEachOther = (ranges: readonly ConditionRange[]): boolean => {
  const lists = ranges.flatMap((range) => (range.kind === 'among' ? [range] : []));
  const [list] = lists;
  const empty = ranges.some(({ kind }) => kind === 'empty');
  // A value, or bounds, certainly do not hold for an empty field; a negative comparator may.
  if (empty) return ranges.some(({ kind }) => kind === 'among' || kind === 'between' || kind === 'filled');
  if (list) return [...list.values].every((value) => !ranges.every((one) => holds(one, value, list.ordered)));
  let [low, lowIn, high, highIn] = [-Infinity, true, Infinity, true];
  for (const range of ranges) {
    if (range.kind !== 'between') continue;
    if (range.low > low || (range.low === low && !range.lowIn)) [low, lowIn] = [range.low, range.lowIn];
    if (range.high < high || (range.high === high && !range.highIn))
      [high, highIn] = [range.high, range.highIn];
  }
  return low > high || (low === high && !(lowIn && highIn));
};

/** Whether no record can meet the criteria: two conditions exclude each other, or a range is empty. */
export const neverMatches = (node: Canonical): boolean => {
  if (node.operator === 'OR') return node.children.length > 0 && node.children.every(neverMatches);
  const parts = node.operator === 'AND' ? node.children : [node];
  return (
    (node.operator === 'AND' && parts.some(neverMatches)) ||
    [...byField(parts).values()].some(excludeEachOther)
  );
};

/** `all`: every record. `filled`: every record whose field has a value. */
type Coverage = 'all' | 'filled' | undefined;

/** Whether bounds leave no gap between minus and plus infinity. */
const coverLine = (ranges: readonly ConditionRange[]): boolean => {
  const bounds = ranges
    .flatMap((range) => (range.kind === 'between' ? [range] : []))
    .sort((a, b) => a.low - b.low || Number(b.lowIn) - Number(a.lowIn));
  let [reached, included] = [-Infinity, true];
  for (const { low, lowIn, high, highIn } of bounds) {
    if (low > reached || (low === reached && low !== -Infinity && !included && !lowIn)) return false;
    if (high > reached || (high === reached && highIn)) [reached, included] = [high, highIn];
  }
  return reached === Infinity;
};

const coverage = (ranges: readonly ConditionRange[], field: Field | undefined): Coverage => {
  const values = new Set(ranges.flatMap((range) => (range.kind === 'among' ? [...range.values] : [])));
  // A checkbox always has one of its two values.
  if (field && fieldKind(field) === 'boolean' && values.has('true') && values.has('false')) return 'all';
  const filled =
    ranges.some(({ kind }) => kind === 'filled') ||
    coverLine(ranges) ||
    ranges.some(
      (range) => range.kind === 'notAmong' && [...range.values].every((value) => values.has(value)),
    );
  if (!filled) return undefined;
  return ranges.some(({ kind }) => kind === 'empty') ? 'all' : 'filled';
};

/** What criteria always match: every record, or every record with a value in a field (its API name). Undefined: neither, for sure. */
export const alwaysMatches = (
  node: Canonical,
  fields: readonly Field[],
): { readonly field?: string } | undefined => {
  if (node.operator !== 'OR') return undefined;
  let filled: string | undefined;
  for (const [name, ranges] of byField(node.children)) {
    const covered = coverage(ranges, findField(fields, { api_name: name }));
    if (covered === 'all') return {};
    if (covered === 'filled') filled ??= name;
  }
  return filled === undefined ? undefined : { field: filled };
};
