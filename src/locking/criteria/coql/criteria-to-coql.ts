import { without } from '../../../base/json';
import type { Field } from '../../configuration/fields';
import type { Path } from '../../configuration/paths';
import type { ConditionGroup, CriteriaNode } from '../tree/node';
import { type CoqlContext, conditionToCoql, type UntranslatableReason } from './condition';

export interface Untranslatable {
  readonly node: CriteriaNode;
  /** From the criteria's root, in the steps of Zoho's own paths: `['group', 0, 'group', 1]`. */
  readonly path: Path;
  readonly reason: UntranslatableReason;
}

/**
 * `where`: the condition of a query that finds the records of the rule. Zoho does not say whether a negative comparator
 * (`not_equal` and its like) also matches an empty field. `where` assumes that it does; with such a comparator there is also
 * `narrower`, which assumes that it does not. The rule matches a number of records between the two counts.
 */
export type CoqlTranslation =
  | { readonly ok: true; readonly where: string; readonly narrower?: string }
  | { readonly ok: false; readonly untranslatable: readonly Untranslatable[] };

/** A query takes 25 conditions; one is kept free for `Locked__s`. */
const MOST_CONDITIONS = 24;

interface Clause {
  readonly wide: string;
  readonly narrow: string;
  readonly conditions: number;
}

type Found = { readonly clause: Clause } | { readonly untranslatable: readonly Untranslatable[] };

const isPlain = ({ source }: ConditionGroup): boolean =>
  Object.keys(without(source, ['group_operator', 'group'])).length === 0;

/** Zoho wants conditions joined two by two, each pair in brackets. */
const pair = (a: Clause, word: 'and' | 'or', b: Clause): Clause => ({
  wide: `(${a.wide} ${word} ${b.wide})`,
  narrow: `(${a.narrow} ${word} ${b.narrow})`,
  conditions: a.conditions + b.conditions,
});

const groupClause = (node: ConditionGroup, context: CoqlContext, path: Path): Found => {
  const parts = node.children.map((child, i) => clauseOf(child, context, [...path, 'group', i]));
  const untranslatable = parts.flatMap((part) => ('clause' in part ? [] : part.untranslatable));
  const [first, ...others] = parts.flatMap((part) => ('clause' in part ? [part.clause] : []));
  if (!first || !isPlain(node)) untranslatable.unshift({ node, path, reason: 'form' });
  if (!first || untranslatable.length) return { untranslatable };
  const word = node.operator === 'AND' ? 'and' : 'or';
  return { clause: others.reduce((all, next) => pair(all, word, next), first) };
};

const clauseOf = (node: CriteriaNode, context: CoqlContext, path: Path): Found => {
  if (node.kind === 'opaque') return { untranslatable: [{ node, path, reason: 'form' }] };
  if (node.kind === 'group') return groupClause(node, context, path);
  const result = conditionToCoql(node, context);
  if (!result.ok) return { untranslatable: [{ node, path, reason: result.reason }] };
  const { test, column, negative } = result;
  return {
    clause: negative
      ? {
          wide: `(${test} or ${column} is null)`,
          narrow: `(${test} and ${column} is not null)`,
          conditions: 2,
        }
      : { wide: test, narrow: test, conditions: 1 },
  };
};

/**
 * Criteria as the condition of a COQL query, or every node that COQL cannot express with certainty: a count that might be
 * wrong is worse than none. `fields` are all fields of the module. `today` is the day in the org's time zone, `YYYY-MM-DD`;
 * without it no token is translated.
 */
export const toCoql = (
  criteria: CriteriaNode,
  fields: readonly Field[],
  module: string,
  today?: string,
): CoqlTranslation => {
  const found = clauseOf(criteria, { fields, module, today }, []);
  if (!('clause' in found)) return { ok: false, untranslatable: found.untranslatable };
  const { wide, narrow, conditions } = found.clause;
  if (conditions > MOST_CONDITIONS)
    return { ok: false, untranslatable: [{ node: criteria, path: [], reason: 'length' }] };
  return { ok: true, where: wide, ...(wide !== narrow && { narrower: narrow }) };
};
