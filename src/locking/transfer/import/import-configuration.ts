import { isList, isObject, type Json, type JsonObject, stringAt } from '../../../base/json';
import { isParseProblem, parseConfiguration } from '../../configuration/model';
import type { Path } from '../../configuration/paths';
import { type CriteriaNode, DEEPEST } from '../../criteria/tree/node';
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportedConfiguration,
  type ExportedField,
  portable,
} from '../export/export-configuration';
import { type ImportRefusal, readJson, refusal } from './read-json';

/** In characters. */
const MAX_LENGTH = 1_000_000;

export type ImportReading =
  | { readonly ok: true; readonly exported: ExportedConfiguration }
  | { readonly ok: false; readonly refusal: ImportRefusal };

const wrong = (value: Json | undefined, path: Path): ImportRefusal =>
  refusal(value === undefined || value === null || value === '' ? 'missing' : 'wrongType', path);

/** The first key that should be text and is not. `others` may be absent. */
const textProblem = (
  object: JsonObject,
  path: Path,
  needed: readonly string[],
  others: readonly string[] = [],
): ImportRefusal | undefined => {
  const bad =
    needed.find((key) => !stringAt(object, key)) ??
    others.find((key) => object[key] !== undefined && typeof object[key] !== 'string');
  return bad === undefined ? undefined : wrong(object[bad], [...path, bad]);
};

/** Checks each entry of a list that may be absent. */
const listProblem = (
  list: Json | undefined,
  path: Path,
  check: (item: JsonObject, path: Path) => ImportRefusal | undefined,
): ImportRefusal | undefined => {
  if (list === undefined) return undefined;
  if (!isList(list)) return refusal('wrongType', path);
  for (const [i, item] of list.entries()) {
    const found = isObject(item) ? check(item, [...path, i]) : refusal('wrongType', [...path, i]);
    if (found) return found;
  }
  return undefined;
};

const fieldProblem = (field: JsonObject, path: Path): ImportRefusal | undefined =>
  textProblem(field, path, ['api_name'], ['id', 'label', 'data_type']) ??
  listProblem(field.values, [...path, 'values'], (value, at) => textProblem(value, at, ['value'], ['label']));

const fieldOf = (field: JsonObject): ExportedField => {
  const [id, label, data_type] = ['id', 'label', 'data_type'].map((key) => stringAt(field, key));
  const values = isList(field.values) ? field.values.filter(isObject) : undefined;
  return {
    api_name: stringAt(field, 'api_name') ?? '',
    ...(id !== undefined && { id }),
    ...(label !== undefined && { label }),
    ...(data_type !== undefined && { data_type }),
    ...(values && {
      values: values.map((one) => {
        const value = stringAt(one, 'value') ?? '';
        return { value, label: stringAt(one, 'label') ?? value };
      }),
    }),
  };
};

const hasTooDeep = (node: CriteriaNode | null): boolean =>
  node?.kind === 'group' ? node.children.some(hasTooDeep) : node?.kind === 'opaque' && node.tooDeep === true;

const configurationProblem = (configuration: JsonObject, path: Path): ImportRefusal | undefined => {
  const parsed = parseConfiguration(configuration);
  if (isParseProblem(parsed)) return refusal('wrongType', path);
  const [opaque] = parsed.settings.opaque;
  if (opaque !== undefined) return refusal('wrongType', [...path, opaque]);
  const deep = parsed.rules.findIndex((rule) => hasTooDeep(rule.criteria));
  if (deep >= 0)
    return refusal('criteriaTooDeep', [...path, 'locking_rules', deep, 'criteria'], { limit: DEEPEST });
  return (
    textProblem(configuration, path, ['lock_type']) ??
    listProblem(configuration.locking_rules ?? [], [...path, 'locking_rules'], (rule, at) =>
      textProblem(rule, at, [], ['name']),
    )
  );
};

/** One exported configuration out of JSON that was read by `readJson`, or the first thing that is wrong with it. */
export const readExported = (value: Json): ExportedConfiguration | ImportRefusal => {
  if (!isObject(value) || value.format !== EXPORT_FORMAT) return refusal('wrongFormat', ['format']);
  const { version, module, fields, configuration } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return wrong(version, ['version']);
  if (version > EXPORT_VERSION) return refusal('newerVersion', ['version'], { limit: EXPORT_VERSION });
  if (!isObject(module)) return wrong(module, ['module']);
  if (!isObject(configuration)) return wrong(configuration, ['configuration']);
  const source = portable(configuration);
  const problem =
    textProblem(value, [], [], ['exported']) ??
    textProblem(module, ['module'], ['api_name'], ['label']) ??
    listProblem(fields, ['fields'], fieldProblem) ??
    configurationProblem(source, ['configuration']);
  if (problem) return problem;
  const apiName = stringAt(module, 'api_name') ?? '';
  const exported = stringAt(value, 'exported');
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    ...(exported !== undefined && { exported }),
    module: { api_name: apiName, label: stringAt(module, 'label') ?? apiName },
    fields: isList(fields) ? fields.filter(isObject).map(fieldOf) : [],
    configuration: source,
  };
};

/** Reads the text of an exported file. Never throws. A file is accepted or refused whole; a refusal names the first wrong place. */
export const readExport = (text: string): ImportReading => {
  const json = readJson(text, MAX_LENGTH);
  if (!json.ok) return json;
  const result = readExported(json.value);
  return 'problem' in result ? { ok: false, refusal: result } : { ok: true, exported: result };
};
