import { isList, isObject, type Json, type JsonObject, stringAt } from '../../base/json';
import { type Field, fieldKind, findField } from '../configuration/fields';
import { fieldReference } from '../criteria/tree/node';
import { isToken } from '../criteria/values/comparators';
import { collectLabels } from './collect-labels';
import { EXPLANATION_LIMIT, EXPLANATION_VERSION, type PublishedExplanation } from './explanation';
import { ALL_OFF } from './switches';

/** What is published beside the configuration. */
export type Offer = Pick<PublishedExplanation, 'reasons' | 'common' | 'free'> &
  Partial<Pick<PublishedExplanation, 'switches' | 'dismissed'>>;

const KEYS = [
  'lock_type',
  'lock_excluded_profiles',
  'excluded_fields',
  'restricted_actions',
  'restricted_communications',
  'restricted_custom_buttons',
];

const listAt = (source: JsonObject, key: string): readonly Json[] => {
  const value = source[key];
  return isList(value) ? value : [];
};

/** Replaces a value that not everybody may see: a person, a record, or what might be one. */
const SOMETHING: Json = {};

/** Criteria without ids and without the names of people and records. */
function plainCriteria(node: Json | undefined, fields: readonly Field[]): Json {
  if (!isObject(node)) return null;
  if (isList(node.group))
    return {
      group_operator: stringAt(node, 'group_operator') ?? '',
      group: node.group.map((child) => plainCriteria(child, fields)),
    };
  const reference = isObject(node.field) ? fieldReference(node.field) : {};
  const field = findField(fields, reference);
  const kind = field && fieldKind(field);
  const open = kind !== undefined && kind !== 'user' && kind !== 'lookup';
  const plain = (value: Json | undefined): Json => {
    if (isList(value)) return value.map(plain);
    if (value === undefined || value === null || isToken(value)) return value ?? null;
    return open && !isObject(value) ? value : SOMETHING;
  };
  return {
    comparator: stringAt(node, 'comparator') ?? '',
    field: { api_name: field?.apiName ?? reference.api_name ?? '' },
    value: plain(node.value),
  };
}

/** The part of a configuration that is published. A change of anything else leaves the explanation up to date. */
const published = (source: JsonObject): Json => [
  source.id ?? null,
  listAt(source, 'locking_rules').map((rule) =>
    isObject(rule) ? [rule.id ?? null, rule.name ?? null, rule.criteria ?? null] : null,
  ),
  ...KEYS.map((key) => source[key] ?? null),
];

/** A short text that changes when the published part of a configuration does (FNV-1a, 32 bits); '' without one. */
export function fingerprint(source: JsonObject | null): string {
  if (!source) return '';
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(published(source)))
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

const rulesOf = (source: JsonObject, fields: readonly Field[]): JsonObject[] =>
  listAt(source, 'locking_rules').flatMap((rule) =>
    isObject(rule)
      ? [
          {
            id: stringAt(rule, 'id') ?? '',
            name: stringAt(rule, 'name') ?? '',
            criteria: plainCriteria(rule.criteria, fields),
          },
        ]
      : [],
  );

const withoutCriteria = (rules: readonly JsonObject[], from: number): JsonObject[] =>
  rules.map((rule, index) => (index < from ? rule : { ...rule, criteria: null }));

/**
 * The text that is published for a module. When it is too long, labels are left out, then the criteria of rules, the last rule's
 * first; null when it is too long even without them. Without the module's fields nobody can tell which values are people.
 */
export function explanationText(
  module: string,
  source: JsonObject | null,
  fields: readonly Field[] | null,
  { reasons, common, free, switches = ALL_OFF, dismissed = [] }: Offer,
): string | null {
  const rules = source ? rulesOf(source, fields ?? []) : [];
  const editable = source ? namesOnly(listAt(source, 'excluded_fields'), 'api_name') : [];
  const editableNames = editable.map((field) => stringAt(field, 'api_name') ?? '');
  const hash = fingerprint(source);

  const attempt = (kept: number, labelled: boolean): string => {
    const told = withoutCriteria(rules, kept);
    const criteria = told.map((rule) => rule.criteria);
    const dropped = [
      ...(fields || !rules.length ? [] : ['values']),
      ...(labelled ? [] : ['labels']),
      ...rules.slice(kept).map((rule) => `criteria ${stringAt(rule, 'id')}`),
    ];
    return JSON.stringify({
      v: EXPLANATION_VERSION,
      module,
      hash,
      modified: (source && stringAt(source, 'modified_time')) ?? '',
      configuration: source && {
        id: stringAt(source, 'id') ?? '',
        lock_type: stringAt(source, 'lock_type') ?? '',
        locking_rules: told,
        restricted_actions: words(listAt(source, 'restricted_actions')),
        restricted_communications: words(listAt(source, 'restricted_communications')),
        restricted_custom_buttons: namesOnly(listAt(source, 'restricted_custom_buttons'), 'name'),
        excluded_fields: editable,
        lock_excluded_profiles: namesOnly(listAt(source, 'lock_excluded_profiles'), 'id'),
      },
      reasons,
      common,
      free,
      // Without the fields, nothing tells a label from an API name.
      fields: labelled && fields ? collectLabels(criteria, editableNames, fields) : {},
      switches,
      ...(dismissed.length > 0 && { dismissed }),
      dropped,
    });
  };

  for (let kept = rules.length; kept >= 0; kept--)
    for (const labelled of [true, false]) {
      const text = attempt(kept, labelled);
      if (text.length <= EXPLANATION_LIMIT) return text;
    }
  return null;
}

const words = (items: readonly Json[]): Json[] => items.filter((item) => typeof item === 'string');

const namesOnly = (items: readonly Json[], key: string): JsonObject[] =>
  items.flatMap((item) => {
    const name = isObject(item) ? stringAt(item, key) : undefined;
    return name === undefined ? [] : [{ [key]: name }];
  });
