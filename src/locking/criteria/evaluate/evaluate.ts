import { isList, type Json, type JsonObject } from '../../../base/json';
import { criteriaFieldObstacle, type Field, fieldKind } from '../../configuration/fields';
import { fieldOfCondition, isPlainCondition, isPlainGroup } from '../plain-condition';
import { isTasksCriteria } from '../tasks';
import type { Condition, ConditionGroup, CriteriaNode } from '../tree/node';
import {
  type ComparatorChoice,
  choiceOf,
  comparatorChoices,
  isToken,
  valueEditor,
} from '../values/comparators';
import { normaliseValue } from '../values/values';
import { type Comparing, compare, isAmong, type PositiveChoice } from './compare';
import { type Answer, type NodeTruth, not, type Truth, truthOf } from './truth';

/** What a record is tried against. What is absent is not known, and answers that need it are `unknown`. */
export interface EvaluationContext extends Comparing {
  /** API name. */
  readonly module: string;
  readonly fields: readonly Field[];
  /** The kind of each stage: Zoho's `forecast_type` (`Open`, `Closed Won`, `Closed Lost`) by stored value. */
  readonly stages?: ReadonlyMap<string, string> | undefined;
  /** Stored values of the task statuses that count as closed. */
  readonly closedStatuses?: readonly string[] | undefined;
}

/** Zoho's token for each kind of stage. */
const KINDS: Readonly<Record<string, string>> = {
  '${OPEN}': 'Open',
  '${CLOSEDWON}': 'Closed Won',
  '${CLOSEDLOST}': 'Closed Lost',
};

const POSITIVE: { readonly [choice in ComparatorChoice]?: PositiveChoice | 'in' } = {
  not_equal: 'equal',
  not_in: 'in',
  not_between: 'between',
  not_contains: 'contains',
};

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (isList(value) && value.length === 0);

const isPositive = (choice: ComparatorChoice): choice is PositiveChoice | 'in' =>
  choice !== 'empty' && choice !== 'equal_role' && choice !== 'equal_group' && !choice.startsWith('not_');

/** `Stage is ${OPEN}`: the kind of the record's stage decides. */
const stageAnswer = (held: Json, token: Json, stages: EvaluationContext['stages']): Answer => {
  const wanted = typeof token === 'string' ? KINDS[token] : undefined;
  const kind = typeof held === 'string' ? stages?.get(held) : undefined;
  if (wanted === undefined) return 'token';
  return kind === undefined ? 'stage' : kind === wanted;
};

const tasksAnswer = (condition: Condition, held: Json, { closedStatuses }: EvaluationContext): Answer => {
  if (!isTasksCriteria(condition)) return 'comparator';
  if (typeof held !== 'string') return false;
  return held === 'Closed' || (closedStatuses ? closedStatuses.includes(held) : 'tasks');
};

/** Zoho does not say whether a token counts inside a list, or inside a text. */
const tokenInList = (
  field: Field,
  held: Json,
  wanted: readonly Json[],
  context: EvaluationContext,
): Answer => {
  const kind = fieldKind(field);
  const plain = wanted.filter((one) => !isToken(one));
  return kind && isAmong(kind, held, plain, context) === true ? true : 'token';
};

const positiveAnswer = (
  field: Field,
  choice: PositiveChoice | 'in',
  held: Json,
  value: Json,
  context: EvaluationContext,
): Answer => {
  const kind = fieldKind(field);
  if (!kind) return 'fieldType';
  const wanted = isList(value) ? value : [value];
  if (kind === 'picklist' && wanted.some(isToken))
    return choice === 'equal'
      ? stageAnswer(held, value, context.stages)
      : tokenInList(field, held, wanted, context);
  if (kind !== 'date' && kind !== 'datetime' && wanted.some(isToken)) return 'token';
  return choice === 'in'
    ? isAmong(kind, held, wanted, context)
    : compare(kind, choice, held, wanted, context);
};

const answerFor = (condition: Condition, held: Json | undefined, context: EvaluationContext): Answer => {
  const { module, fields } = context;
  if (!isPlainCondition(condition)) return 'form';
  const field = fieldOfCondition(condition, fields);
  if (!field) return 'field';
  if (criteriaFieldObstacle(field, module) !== null) return 'fieldType';
  const choice = choiceOf(condition);
  if (held === undefined) return 'notRead';
  if (module === 'Tasks') return tasksAnswer(condition, held, context);
  if (!choice || !comparatorChoices(field, module).includes(choice)) return 'comparator';
  if (choice === 'empty') return isEmpty(held);
  if (choice === 'not_empty') return !isEmpty(held);
  if (choice === 'equal_role' || choice === 'not_equal_role') return 'role';
  if (choice === 'equal_group') return 'group';
  const normal = normaliseValue(valueEditor(field, choice), condition.value);
  // A text with commas might be meant as a list.
  if (!normal.ok || ((choice === 'in' || choice === 'not_in') && !isList(condition.value))) return 'value';
  const positive = isPositive(choice) ? choice : POSITIVE[choice];
  if (!positive) return 'comparator';
  if (isEmpty(held)) return positive === choice && typeof normal.value !== 'boolean' ? false : 'emptyField';
  // Outer spaces of a text may count, though an editor removes them.
  const kind = fieldKind(field);
  const value = kind === 'text' || kind === 'picklist' ? (condition.value ?? null) : normal.value;
  const answer = positiveAnswer(field, positive, held, value, context);
  return positive === choice ? answer : not(answer);
};

const join = (operator: ConditionGroup['operator'], truths: readonly Truth[]): Truth => {
  const decisive: Truth = operator === 'AND' ? 'notMet' : 'met';
  if (truths.includes(decisive)) return decisive;
  if (truths.includes('unknown')) return 'unknown';
  return operator === 'AND' ? 'met' : 'notMet';
};

const evaluateGroup = (node: ConditionGroup, record: JsonObject, context: EvaluationContext): NodeTruth => {
  const { key, operator } = node;
  const children = node.children.map((child) => evaluateCriteria(child, record, context));
  if (!children.length || !isPlainGroup(node))
    return { kind: 'group', key, operator, truth: 'unknown', why: 'form', children };
  const truth = join(
    operator,
    children.map((child) => child.truth),
  );
  return { kind: 'group', key, operator, truth, children };
};

/**
 * Whether a record meets criteria, node by node in their shape. `record` is a row of the API as it came. Where Zoho does not say
 * how it compares, the answer is `unknown` with the reason: a wrong answer is worse than none. Never throws.
 */
export const evaluateCriteria = (
  node: CriteriaNode,
  record: JsonObject,
  context: EvaluationContext,
): NodeTruth => {
  const { key } = node;
  if (node.kind === 'opaque') return { kind: 'opaque', key, truth: 'unknown', why: 'form' };
  if (node.kind === 'group') return evaluateGroup(node, record, context);
  const field = fieldOfCondition(node, context.fields);
  const held = field && Object.hasOwn(record, field.apiName) ? record[field.apiName] : undefined;
  const answer = answerFor(node, held, context);
  const truth = truthOf(answer);
  return { kind: 'condition', key, truth, held, ...(typeof answer === 'string' && { why: answer }) };
};
