import { jsonEqual } from '../../../base/json';
import { canonicalCriteria } from '../../criteria/implication/canonical';
import { isTasksCriteria } from '../../criteria/tasks';
import { type Condition, type CriteriaNode, serialiseCriteria } from '../../criteria/tree/node';
import { criteriaProblems } from '../../criteria/validation';
import type { ConfigurationDraft, RuleDraft } from '../draft';
import type { Field } from '../fields';
import type { Limits } from '../limits';
import type { Path, Problem, ValidationCode } from '../paths';
import { ruleJson } from '../rules';
import { leaves, requestRules } from '../saving/request';

/** What the draft is checked against. What is left out is not known and not checked. */
export interface ValidationContext {
  /** API name. */
  readonly module: string;
  readonly limits: Limits;
  readonly fields?: readonly Field[] | undefined;
  readonly profiles?: readonly { readonly id: string }[] | undefined;
  readonly buttons?: readonly { readonly id: string }[] | undefined;
}

export type Report = (code: ValidationCode, path: Path, params?: Problem['params']) => void;

export const count = (report: Report, key: string, list: readonly unknown[], limit: number): void => {
  if (list.length > limit) report('tooMany', [key], { limit, count: list.length });
};

const jsonText = (condition: Condition): string => JSON.stringify(condition.source);

const conditionTexts = (node: CriteriaNode | null): string[] =>
  node?.kind === 'group'
    ? node.children.flatMap(conditionTexts)
    : node?.kind === 'condition'
      ? [jsonText(node)]
      : [];

/** How the remaining rules are compared with one another. */
interface Others {
  /** The remaining rules before this one. */
  readonly before: readonly RuleDraft[];
  readonly asRead: (rule: RuleDraft) => boolean;
  readonly placeOf: (rule: RuleDraft) => number;
  /** The criteria in canonical form. */
  readonly textOf: (rule: RuleDraft) => string | undefined;
}

/** Zoho does not say whether case counts in unique names; two that differ only in case would confuse people anyway. */
const plainName = (rule: RuleDraft): string => rule.name.trim().toLowerCase();

const checkName = (report: Report, rule: RuleDraft, path: Path, others: Others, limit: number): void => {
  const name = plainName(rule);
  if (!name) report('nameMissing', path);
  if (rule.name.length > limit) report('nameTooLong', path, { limit, count: rule.name.length });
  const twin = others.before.find((other) => plainName(other) === name);
  if (name && twin && !(others.asRead(rule) && others.asRead(twin)))
    report('nameDuplicate', path, { name: twin.name, rule: others.placeOf(twin) });
};

const checkTwins = (report: Report, rule: RuleDraft, path: Path, others: Others): void => {
  const text = others.textOf(rule);
  const twin = others.before.find((other) => others.textOf(other) === text);
  if (twin && !(others.asRead(rule) && others.asRead(twin)))
    report('criteriaDuplicate', path, { name: twin.name, rule: others.placeOf(twin) });
};

/** What is wrong with the rules that remain after saving. Two rules that Zoho already holds are not compared. */
export const ruleProblems = (draft: ConfigurationDraft, context: ValidationContext): Problem[] => {
  const problems: Problem[] = [];
  const report: Report = (code, path, params = {}) => problems.push({ code, path, params });
  const { base, settings } = draft;
  const sent = requestRules(draft);
  const staying = sent.filter((rule) => !leaves(draft, rule));
  const automatic = settings.lockType === 'automatic' || settings.lockType === 'both';
  if (automatic && !staying.length && !settings.opaque.includes('locking_rules'))
    report('rulesMissing', ['locking_rules']);
  count(report, 'locking_rules', staying, context.limits.rules);
  const read = new Set((base?.rules ?? []).flatMap((rule) => conditionTexts(rule.criteria)));
  const known = (condition: Condition): boolean => read.has(jsonText(condition));
  const asRead = (rule: RuleDraft): boolean =>
    Boolean(base?.rules.some((other) => other.id === rule.id && jsonEqual(other.source, ruleJson(rule))));
  const texts = new Map(
    staying.map((rule) => [
      rule,
      rule.criteria ? canonicalCriteria(rule.criteria, context.fields) : undefined,
    ]),
  );
  const placeOf = (rule: RuleDraft): number => sent.indexOf(rule);
  const textOf = (rule: RuleDraft): string | undefined => texts.get(rule);
  for (const [i, rule] of staying.entries()) {
    const path: Path = ['locking_rules', placeOf(rule)];
    const at: Path = [...path, 'criteria'];
    const others: Others = { before: staying.slice(0, i), asRead, placeOf, textOf };
    checkName(report, rule, [...path, 'name'], others, context.limits.nameLength);
    const { criteria } = rule;
    if (!criteria) {
      report('criteriaMissing', at);
      continue;
    }
    const found = criteriaProblems(criteria, { ...context, known }, at);
    problems.push(...found);
    if (found.length) continue;
    const foreign = !base?.rules.some((other) =>
      jsonEqual(other.source.criteria, serialiseCriteria(criteria)),
    );
    if (context.module === 'Tasks' && foreign && !isTasksCriteria(criteria)) report('tasksCriteria', at);
    checkTwins(report, rule, at, others);
  }
  return problems;
};
