import { isList, isObject, type Json, type JsonObject, stringAt, without } from '../../../base/json';
import type { Named } from '../../../base/named';
import { type Field, findField } from '../../configuration/fields';
import { type Configuration, type LockingRule, SERVER_KEYS } from '../../configuration/model';
import { type CriteriaNode, type FieldReference, fieldReference } from '../../criteria/tree/node';
import { isToken } from '../../criteria/values/comparators';

export const EXPORT_FORMAT = 'record-lock-configuration';
export const EXPORT_VERSION = 1;

/** A field that the configuration mentions, as its own module calls it. */
export interface ExportedField {
  readonly api_name: string;
  readonly id?: string;
  readonly label?: string;
  readonly data_type?: string;
  /** For a picklist: the values that the configuration compares with, and their labels. */
  readonly values?: readonly { readonly value: string; readonly label: string }[];
}

/**
 * A configuration to keep, or to transfer to another module or organisation. `configuration` is what Zoho holds, without
 * what belongs to one place only: its id, the ids of its rules, and what only the server writes.
 */
export interface ExportedConfiguration {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: typeof EXPORT_VERSION;
  /** When, ISO 8601. */
  readonly exported?: string;
  readonly module: { readonly api_name: string; readonly label: string };
  readonly fields: readonly ExportedField[];
  readonly configuration: JsonObject;
}

/** Where the configuration comes from. Names that are not known are not in the export. */
export interface ExportContext {
  readonly module: { readonly apiName: string; readonly label: string };
  readonly fields?: readonly Field[] | undefined;
  readonly profiles?: readonly Named[] | undefined;
  readonly buttons?: readonly Named[] | undefined;
  /** ISO 8601. */
  readonly now?: string | undefined;
}

/** The JSON of a configuration without what belongs to one place only. */
export const portable = (source: JsonObject): JsonObject => {
  const rest = without(source, ['id', 'system_defined', ...SERVER_KEYS]);
  const { locking_rules: rules } = rest;
  return isList(rules)
    ? {
        ...rest,
        locking_rules: rules.map((rule) => (isObject(rule) ? without(rule, ['id', '_delete']) : rule)),
      }
    : rest;
};

const withNames = (source: JsonObject, key: string, known: readonly Named[] | undefined): JsonObject => {
  const list = source[key];
  if (!isList(list) || !known) return source;
  const named = list.map((item) => {
    const name = isObject(item) ? known.find(({ id }) => id === item.id)?.name : undefined;
    return isObject(item) && name !== undefined && stringAt(item, 'name') === undefined
      ? { ...item, name }
      : item;
  });
  return { ...source, [key]: named };
};

/** A field and the values it is compared with. */
interface Mention {
  readonly field: FieldReference;
  readonly values: readonly string[];
}

const textsIn = (value: Json | undefined): string[] =>
  isList(value)
    ? value.flatMap(textsIn)
    : typeof value === 'string' && !isToken(value)
      ? [value, ...value.split(';')]
      : [];

const mentionsIn = (node: CriteriaNode | null): readonly Mention[] => {
  if (node?.kind === 'group') return node.children.flatMap(mentionsIn);
  return node?.kind === 'condition' ? [{ field: node.field, values: textsIn(node.value) }] : [];
};

const exportedField = (
  api_name: string,
  { id }: FieldReference,
  field: Field | undefined,
  compared: ReadonlySet<string>,
): ExportedField => {
  const values = field?.picklist.filter(({ value }) => compared.has(value)) ?? [];
  const ownId = field?.id ?? id;
  return {
    api_name,
    ...(ownId !== undefined && { id: ownId }),
    ...(field && { label: field.label, data_type: field.dataType }),
    ...(values.length > 0 && { values: values.map(({ value, label }) => ({ value, label })) }),
  };
};

const fieldsOf = (
  excluded: readonly JsonObject[],
  rules: readonly LockingRule[],
  fields: readonly Field[],
): readonly ExportedField[] => {
  const mentions: readonly Mention[] = [
    ...excluded.map((item) => ({ field: fieldReference(item), values: [] })),
    ...rules.flatMap((rule) => mentionsIn(rule.criteria)),
  ];
  const byName = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const name = findField(fields, mention.field)?.apiName ?? mention.field.api_name;
    if (name === undefined) continue;
    const about = byName.get(name);
    if (about) about.push(mention);
    else byName.set(name, [mention]);
  }
  return [...byName].map(([name, about]) => {
    const field = about.flatMap((mention) => findField(fields, mention.field) ?? [])[0];
    const reference = about.find((mention) => mention.field.id !== undefined)?.field ?? {};
    return exportedField(name, reference, field, new Set(about.flatMap(({ values }) => values)));
  });
};

/** The configuration of a module as it is written to a file, with names beside ids. */
export const exportConfiguration = (
  configuration: Configuration,
  context: ExportContext,
): ExportedConfiguration => {
  const { settings, rules } = configuration;
  const { module, fields = [], profiles, buttons, now } = context;
  const named = withNames(portable(configuration.source), 'lock_excluded_profiles', profiles);
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    ...(now !== undefined && { exported: now }),
    module: { api_name: module.apiName, label: module.label },
    fields: fieldsOf(settings.excludedFields, rules, fields),
    configuration: withNames(named, 'restricted_custom_buttons', buttons),
  };
};
