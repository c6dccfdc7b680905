import { isJson, isList, isObject, type JsonObject, stringAt } from '../../../base/json';
import type { CriteriaNode } from '../../criteria/tree/node';
import type { ConfigurationDraft } from '../draft';
import { type Path, type Problem, parseJsonPath } from '../paths';
import { requestRules } from '../saving/request';

const KEYS = new Set([
  'lock_type',
  'locking_rules',
  'locked_for',
  'lock_excluded_profiles',
  'excluded_fields',
  'restricted_actions',
  'restricted_communications',
  'restricted_custom_buttons',
  'lock_for_portal_users',
]);

/** The plain values in Zoho's details: limits and names. */
const plainDetails = (details: JsonObject): Record<string, string | number> => {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(details))
    if (typeof value === 'string' || typeof value === 'number') params[key] = value;
    else if (isList(value) && value.every((item) => typeof item === 'string')) params[key] = value.join(', ');
  return params;
};

/** The error's own path, else the first place that it lists (missing or contradicting keys of a field). */
const jsonPathIn = (details: JsonObject): string | undefined => {
  const listed = [details.expected_fields, details.ambiguity_due_to].flatMap((list) =>
    isList(list) ? list : [],
  );
  return [details, ...listed.filter(isObject)]
    .map((place) => stringAt(place, 'json_path'))
    .find((path) => path !== undefined);
};

/**
 * The problem in an error of the API, placed by its `json_path`, else by the key of the configuration that its `api_name`
 * names. `'unplaced'`: it names no place, so the whole error is shown.
 */
export const problemFromApiError = (error: unknown): Problem | 'unplaced' => {
  if (!isJson(error) || !isObject(error) || !isObject(error.details)) return 'unplaced';
  const { details } = error;
  const full = parseJsonPath(jsonPathIn(details) ?? '');
  const name = stringAt(details, 'api_name') ?? '';
  const path = full?.[0] === 'record_locking_configurations' ? full.slice(2) : KEYS.has(name) ? [name] : [];
  if (!path.length) return 'unplaced';
  const params = plainDetails(details);
  return {
    code: 'api',
    path,
    params: { ...params, code: stringAt(error, 'code') ?? '', message: stringAt(error, 'message') ?? '' },
  };
};

/** Where in the editor a path leads. */
export interface Place {
  /** The key of the configuration, e.g. `excluded_fields`. */
  readonly setting: string;
  /** Place in the setting's list, where it is a list. */
  readonly index?: number;
  /** `RuleDraft.key`. */
  readonly ruleKey?: string;
  /** `CriteriaNode.key`: the node, or the nearest one around the place. */
  readonly nodeKey?: string;
  /** Part of the rule or node: `name`, `criteria`, `field`, `comparator`, `value`, `group` … */
  readonly part?: string;
}

/** Resolves a problem's path to the keys of the draft; undefined for the configuration as a whole. */
export const placeOf = (draft: ConfigurationDraft, path: Path): Place | undefined => {
  const [setting, index, part, ...rest] = path;
  if (typeof setting !== 'string') return undefined;
  if (typeof index !== 'number') return { setting };
  const rule = setting === 'locking_rules' ? requestRules(draft)[index] : undefined;
  if (!rule) return { setting, index };
  const place = { setting, index, ruleKey: rule.key, ...(typeof part === 'string' && { part }) };
  return part === 'criteria' && rule.criteria ? { ...place, ...nodeAt(rule.criteria, rest) } : place;
};

const nodeAt = (node: CriteriaNode, path: Path): { nodeKey: string; part?: string } => {
  const [step, index, ...rest] = path;
  const child = node.kind === 'group' && typeof index === 'number' ? node.children[index] : undefined;
  if (step === 'group' && child) return nodeAt(child, rest);
  return { nodeKey: node.key, ...(typeof step === 'string' && { part: step }) };
};
