import { criteriaFieldObstacle, type Field, findField } from '../configuration/fields';
import type { Path, Problem, ValidationCode } from '../configuration/paths';
import type { Condition, CriteriaNode } from './tree/node';
import { choiceOf, comparatorChoices, valueEditor } from './values/comparators';
import { normaliseValue } from './values/values';

export interface CriteriaContext {
  readonly module: string;
  /** Undefined: not known, so no field is called wrong. */
  readonly fields?: readonly Field[] | undefined;
  /** Whether Zoho already holds this very condition: then it is not checked. */
  readonly known: (condition: Condition) => boolean;
}

type Params = Problem['params'];

const problem = (code: ValidationCode, path: Path, params: Params = {}): Problem => ({ code, path, params });

const fieldProblem = (
  { field }: Condition,
  { module, fields }: CriteriaContext,
  path: Path,
): Problem | undefined => {
  const at = [...path, 'field'];
  if (!field.api_name && !field.id) return problem('fieldMissing', at);
  if (!fields) return undefined;
  const found = findField(fields, field);
  const name = field.api_name ?? field.id ?? '';
  if (!found) return problem('fieldUnknown', at, { field: name });
  if (field.api_name && field.id && found.apiName !== field.api_name)
    return problem('fieldAmbiguous', at, { field: name });
  const obstacle = criteriaFieldObstacle(found, module);
  return obstacle ? problem('fieldNotSupported', at, { field: found.label, obstacle }) : undefined;
};

const conditionProblems = (condition: Condition, context: CriteriaContext, path: Path): Problem[] => {
  if (context.known(condition)) return [];
  const { comparator, field, value } = condition;
  const wrongField = fieldProblem(condition, context, path);
  if (wrongField) return [wrongField];
  if (!comparator) return [problem('comparatorMissing', [...path, 'comparator'])];
  const found = context.fields && findField(context.fields, field);
  const choice = choiceOf(condition);
  if (found && (!choice || !comparatorChoices(found, context.module).includes(choice)))
    return [problem('comparatorNotSupported', [...path, 'comparator'], { comparator, field: found.label })];
  const result = normaliseValue(valueEditor(found, choice), value);
  if (result.ok) return [];
  return result.problem === 'missing'
    ? [problem('valueMissing', [...path, 'value'])]
    : [problem('valueInvalid', [...path, 'value'], { problem: result.problem })];
};

/** What is wrong with criteria, condition by condition. Opaque nodes are not checked. */
export const criteriaProblems = (node: CriteriaNode, context: CriteriaContext, path: Path): Problem[] => {
  if (node.kind === 'opaque') return [];
  if (node.kind === 'condition') return conditionProblems(node, context, path);
  if (!node.children.length) return [problem('groupEmpty', [...path, 'group'])];
  return node.children.flatMap((child, i) => criteriaProblems(child, context, [...path, 'group', i]));
};
