import {
  duplicate,
  invalid,
  limitExceeded,
  mandatory,
  ROOT,
  tooLong,
  wrongType,
} from './configuration-errors';
import { LIMITS } from './features';
import { canonical, isArray, isObject, type Json, type JsonObject, textAt } from './json';
import type { Module, Rule } from './types';
import { validateCriteria, validateTaskCriteria } from './validate-criteria';

const NAME_MAXIMUM = 256;
const PATH = `${ROOT}.locking_rules`;

export interface RuleChange {
  /** All rules after the change, in the order in which they are read. */
  readonly rules: Rule[];
  /** Those that this call saved: the ones to run over existing records where they say so. */
  readonly saved: Rule[];
  readonly removed: string[];
}

interface Sent {
  readonly rule: Rule;
  readonly path: string;
}

/** One rule of the body, laid over the rule that it edits where there is one. */
function readRule(
  module: Module,
  item: JsonObject,
  path: string,
  before: Rule | null,
  id: () => string,
): Rule {
  const merged: JsonObject = { ...before, ...item };
  const { name, lock_existing_records = false } = merged;
  if (name === undefined || name === null || name === '') throw mandatory(`${path}.name`);
  if (typeof name !== 'string') throw wrongType(`${path}.name`, 'text');
  if (name.length > NAME_MAXIMUM) throw tooLong(`${path}.name`, NAME_MAXIMUM);
  if (typeof lock_existing_records !== 'boolean') throw wrongType(`${path}.lock_existing_records`, 'boolean');
  const criteria = validateCriteria(module, merged.criteria, `${path}.criteria`);
  validateTaskCriteria(module, criteria, `${path}.criteria`);
  const { _delete: _not, ...rest } = merged;
  return { ...rest, id: id(), name, lock_existing_records, criteria };
}

/** A type beside a value says nothing about what matches. */
const meaning = (node: Json): Json => {
  if (isArray(node)) return node.map(meaning);
  if (!isObject(node)) return node;
  const { type: _type, ...rest } = node;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, meaning(value)]));
};

function refuseDuplicates(rules: readonly Rule[], sent: readonly Sent[]): void {
  const pathOf = (rule: Rule) => sent.find((one) => one.rule === rule)?.path;
  rules.forEach((rule, index) => {
    for (const other of rules.slice(0, index)) {
      const path = pathOf(rule) ?? pathOf(other) ?? PATH;
      if (other.name.toLowerCase() === rule.name.toLowerCase())
        throw duplicate(`${path}.name`, 'Duplicate rule name found, Enter unique rulename.');
      if (canonical(meaning(other.criteria)) === canonical(meaning(rule.criteria)))
        throw duplicate(`${path}.criteria`, 'Duplicate criteria found, Enter unique criteria.');
    }
  });
}

const conditionsIn = (node: Json | undefined): number => {
  if (!isObject(node)) return 0;
  return isArray(node.group) ? node.group.reduce<number>((sum, one) => sum + conditionsIn(one), 0) : 1;
};

/** Zoho states no greatest number of conditions; with the switch `mostConditions` there is one. */
export function refuseManyConditions(given: Json, most = Number.POSITIVE_INFINITY): void {
  for (const [index, item] of (isArray(given) ? given : []).entries())
    if (isObject(item) && conditionsIn(item.criteria) > most)
      throw limitExceeded(`${PATH}[${index}].criteria`, 'criteria', most, 0);
}

/**
 * What a body's rules make of the present ones. `replace` reads the body as the whole list; otherwise rules that are
 * not mentioned stay. Limits are checked before duplicates, on the rules as they would be.
 */
export function changeRules(
  module: Module,
  given: Json,
  present: readonly Rule[],
  replace: boolean,
  newId: () => string,
): RuleChange {
  if (!isArray(given)) throw wrongType(PATH, 'jsonarray');
  const sent: Sent[] = [];
  const deleted = new Set<string>();
  given.forEach((item, index) => {
    const path = `${PATH}[${index}]`;
    if (!isObject(item)) throw wrongType(path, 'jsonobject');
    const id = textAt(item, 'id');
    const before = present.find((rule) => rule.id === id) ?? null;
    if (id !== undefined && !before) throw invalid(`${path}.id`, 'the id given seems to be invalid');
    if (item._delete === true) {
      if (!before) throw mandatory(`${path}.id`);
      deleted.add(before.id);
      return;
    }
    const rule = readRule(module, item, path, replace ? null : before, () => before?.id ?? newId());
    sent.push({ rule, path });
  });
  const saved = sent.map((one) => one.rule);
  const kept = replace ? [] : present.filter((rule) => !deleted.has(rule.id));
  const edited = kept.map((rule) => saved.find((one) => one.id === rule.id) ?? rule);
  const rules = [...edited, ...saved.filter((rule) => !edited.includes(rule))];
  if (rules.length > LIMITS.locking_rules) {
    const available = Math.max(0, LIMITS.locking_rules - kept.length);
    throw limitExceeded(PATH, 'locking rules', LIMITS.locking_rules, available);
  }
  refuseDuplicates(rules, sent);
  const left = new Set(rules.map((rule) => rule.id));
  return { rules, saved, removed: present.map((rule) => rule.id).filter((id) => !left.has(id)) };
}
