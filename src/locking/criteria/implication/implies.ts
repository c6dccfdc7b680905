import type { Field } from '../../configuration/fields';
import type { CriteriaNode } from '../tree/node';
import { type Canonical, canonical } from './canonical';
import { conditionRange, isWithin } from './condition-range';

/** Criteria in a form that is worked out once and compared with many others. */
export type Comparable = Canonical;

export const comparable = canonical;

const every = (all: readonly Canonical[], holds: (one: Canonical) => boolean): boolean =>
  all.length > 0 && all.every(holds);

const conditionImplies = (a: Canonical, b: Canonical, fields: readonly Field[]): boolean => {
  const from = a.condition && conditionRange(a.condition, fields);
  const to = b.condition && conditionRange(b.condition, fields);
  return from !== undefined && to !== undefined && isWithin(from, to);
};

/**
 * Whether every record that matches the first also matches the second, as far as AND and OR, lists of values and bounds show it:
 * false does not mean that there is a record that tells them apart.
 */
export const implies = (a: Comparable, b: Comparable, fields: readonly Field[]): boolean =>
  a.text === b.text ||
  conditionImplies(a, b, fields) ||
  (a.operator === 'OR' && every(a.children, (child) => implies(child, b, fields))) ||
  (b.operator === 'AND' && every(b.children, (child) => implies(a, child, fields))) ||
  (a.operator === 'AND' && a.children.some((child) => implies(child, b, fields))) ||
  (b.operator === 'OR' && b.children.some((child) => implies(a, child, fields)));

export const impliesCriteria = (a: CriteriaNode, b: CriteriaNode, fields: readonly Field[] = []): boolean =>
  implies(comparable(a, fields), comparable(b, fields), fields);
