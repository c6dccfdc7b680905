import { type JsonObject, stringAt } from '../../base/json';
import type { Named } from '../../base/named';
import type { ConfigurationDraft, RuleDraft } from '../configuration/draft';
import { type Field, findField } from '../configuration/fields';
import { identityOf, type ListedItem } from '../configuration/model';
import type { Path } from '../configuration/paths';
import { leaves, requestRules } from '../configuration/saving/request';
import { type Canonical, canonical } from '../criteria/implication/canonical';
import { implies } from '../criteria/implication/implies';
import { isTasksCriteria } from '../criteria/tasks';
import { type CriteriaNode, conditionOf, fieldReference } from '../criteria/tree/node';
import { brokenReferences } from './broken-references';
import { bySeverity, type Finding, type FindingKind, SEVERITIES } from './finding';
import { alwaysMatches, neverMatches } from './rule-logic';

/** What a configuration is checked against. What is absent is not known, and nothing is found for it. */
export interface FindingContext {
  /** API name. */
  readonly module: string;
  readonly fields?: readonly Field[] | undefined;
  readonly profiles?: readonly Named[] | undefined;
  readonly buttons?: readonly Named[] | undefined;
  /** All active users. */
  readonly users?: readonly Named[] | undefined;
  /** By rule key: at least so many records match the rule and are not locked. */
  readonly unlocked?: ReadonlyMap<string, number> | undefined;
  readonly explanation?: 'current' | 'behind' | 'never' | undefined;
  /** Whether people may ask for an unlock, and whether anybody is named for locks that a rule holds. */
  readonly requests?: { readonly allowed: boolean; readonly namedForRules: boolean } | undefined;
}

/** Unknown keys are left out: they never change a finding. */
const known = (source: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(source).filter(([key]) => keys.includes(key)));

const withoutUnknownKeys = (node: CriteriaNode): CriteriaNode => {
  if (node.kind === 'opaque') return node;
  if (node.kind === 'group')
    return {
      ...node,
      source: known(node.source, ['group_operator', 'group']),
      children: node.children.map(withoutUnknownKeys),
    };
  const { type } = node.source;
  const source = {
    ...known(node.source, ['comparator', 'field', 'value']),
    ...(type !== undefined && type !== 'value' && { type }),
  };
  return conditionOf(node.key, { ...source, field: { ...node.field } }) ?? node;
};

interface JudgedRule {
  readonly rule: RuleDraft;
  readonly path: Path;
  readonly criteria: CriteriaNode;
  readonly form: Canonical;
}

type Add = (
  kind: FindingKind,
  about: { readonly path?: Path; readonly rule?: RuleDraft; readonly cause?: string; readonly of?: string },
  params?: Finding['params'],
) => void;

const fieldsIn = (node: CriteriaNode): readonly { api_name?: string; id?: string }[] =>
  node.kind === 'group' ? node.children.flatMap(fieldsIn) : node.kind === 'condition' ? [node.field] : [];

const ruleFindings = (
  add: Add,
  judged: JudgedRule,
  others: readonly JudgedRule[],
  draft: ConfigurationDraft,
  context: FindingContext,
): void => {
  const { rule, criteria, form } = judged;
  const fields = context.fields ?? [];
  const path = [...judged.path, 'criteria'];
  const cause = form.text;
  const label = (name: string): string => findField(fields, { api_name: name })?.label ?? name;
  // `Closed` is Zoho's own word for every closed status, not one of the picklist's values.
  const ofTasks = context.module === 'Tasks' && isTasksCriteria(criteria);
  if (context.fields && !ofTasks)
    for (const broken of brokenReferences(criteria, fields, context.users, path))
      add(
        broken.kind,
        { path: broken.path, rule, of: broken.name },
        { name: broken.name, ...(broken.field !== undefined && { field: broken.field }) },
      );
  const always = alwaysMatches(form, fields);
  if (neverMatches(form)) add('neverMatches', { path, rule, cause });
  else if (always)
    add('alwaysMatches', { path, rule, cause }, always.field ? { field: label(always.field) } : {});
  const index = others.indexOf(judged);
  const same = others.find((other, i) => i < index && other.form.text === form.text);
  const wider = others.find(
    (other) => other !== judged && implies(form, other.form) && !implies(other.form, form),
  );
  if (same) add('sameRule', { path, rule, cause, of: same.rule.key }, { other: same.rule.name });
  else if (wider)
    add(
      'impliedRule',
      { path, rule, cause: cause + wider.form.text, of: wider.rule.key },
      { other: wider.rule.name },
    );
  const mentioned = fieldsIn(criteria).flatMap((reference) => {
    const name = findField(fields, reference)?.apiName ?? reference.api_name;
    return name === undefined ? [] : [name];
  });
  for (const [i, item] of draft.settings.excludedFields.entries()) {
    const reference = fieldReference(item);
    const name = findField(fields, reference)?.apiName ?? reference.api_name;
    if (name !== undefined && mentioned.includes(name))
      add('criterionEditable', { path: ['excluded_fields', i], rule, of: name }, { field: label(name) });
  }
  const unlocked = context.unlocked?.get(rule.key) ?? 0;
  if (unlocked > 0) add('matchingUnlocked', { path, rule, cause }, { count: unlocked });
};

const missingItems = (
  add: Add,
  key: string,
  items: readonly ListedItem[],
  list: readonly Named[] | undefined,
  kind: FindingKind,
): void => {
  if (!list) return;
  for (const [i, item] of items.entries()) {
    const id = identityOf(item) ?? '';
    if (!list.some((one) => one.id === id))
      add(kind, { path: [key, i], of: id }, { name: stringAt(item, 'name') ?? id });
  }
};

const settingFindings = (
  add: Add,
  draft: ConfigurationDraft,
  hasRules: boolean,
  context: FindingContext,
): void => {
  const { settings } = draft;
  const everybody = settings.lockedFor === 'all_profiles';
  if (context.fields)
    for (const [i, item] of settings.excludedFields.entries())
      if (!findField(context.fields, fieldReference(item))) {
        const name = identityOf(item) ?? '';
        add('fieldGone', { path: ['excluded_fields', i], of: name }, { name });
      }
  if (!everybody)
    missingItems(add, 'lock_excluded_profiles', settings.excludedProfiles, context.profiles, 'profileGone');
  missingItems(add, 'restricted_custom_buttons', settings.restrictedButtons, context.buttons, 'buttonGone');
  if (!settings.opaque.includes('restricted_actions')) {
    const at = { path: ['restricted_actions'] };
    if (!settings.restrictedActions.includes('delete')) add('deleteAllowed', at);
    if (!settings.restrictedActions.includes('change_owner')) add('ownerChangeAllowed', at);
  }
  if (!settings.lockForPortalUsers) add('portalUsersAllowed', { path: ['lock_for_portal_users'] });
  const noFields = !settings.excludedFields.length && !settings.opaque.includes('excluded_fields');
  if (hasRules && everybody && noFields) add('nobodyCanCorrect', { path: ['locked_for'] });
  if (context.explanation === 'behind') add('explanationBehind', {});
  if (context.explanation === 'never') add('explanationMissing', {});
  if (hasRules && context.requests?.allowed && !context.requests.namedForRules) add('requestsNameNobody', {});
};

/**
 * Everything worth telling an administrator about a configuration, the worst first. Hints, which never block. The same draft and
 * context give the same findings. Nothing is found for a configuration that Zoho manages: nobody can change it.
 */
export const findingsOf = (draft: ConfigurationDraft, context: FindingContext): readonly Finding[] => {
  if (draft.base?.systemDefined) return [];
  const findings = new Map<string, Finding>();
  const add: Add = (kind, { path = [], rule, cause = '', of }, params = {}) => {
    const key = JSON.stringify([kind, rule?.id ?? rule?.name ?? null, of ?? null]);
    if (findings.has(key)) return;
    const about = rule ? { rule: rule.name } : {};
    findings.set(key, { kind, severity: SEVERITIES[kind], key, cause, path, params, ...about });
  };
  const sent = requestRules(draft);
  const judged = sent.flatMap((rule, i): JudgedRule[] => {
    if (leaves(draft, rule) || !rule.criteria) return [];
    const criteria = withoutUnknownKeys(rule.criteria);
    const form = canonical(criteria, context.fields ?? []);
    return [{ rule, path: ['locking_rules', i], criteria, form }];
  });
  for (const one of judged) ruleFindings(add, one, judged, draft, context);
  settingFindings(add, draft, judged.length > 0, context);
  return bySeverity([...findings.values()]);
};
