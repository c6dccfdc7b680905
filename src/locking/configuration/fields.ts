import { isJson, isList, isObject, type Json, stringAt } from '../../base/json';

export interface PicklistValue {
  /** What is stored and compared. */
  readonly value: string;
  /** What people see. */
  readonly label: string;
}

/** What rules need to know about a field of a module. */
export interface Field {
  readonly apiName: string;
  readonly id: string;
  readonly label: string;
  /** Zoho's word: `text`, `picklist`, `currency`, `datetime`, `ownerlookup` … */
  readonly dataType: string;
  readonly readOnly: boolean;
  /** False: Zoho never compares it. */
  readonly filterable: boolean;
  /** Empty for a field without a list of values. */
  readonly picklist: readonly PicklistValue[];
  /** API name of the module that a lookup leads to. */
  readonly lookupModule: string | undefined;
}

const picklistOf = (values: Json | undefined): PicklistValue[] =>
  (isList(values) ? values : []).flatMap((item) => {
    const value = isObject(item) ? stringAt(item, 'actual_value') : undefined;
    return isObject(item) && value !== undefined
      ? [{ value, label: stringAt(item, 'display_value') ?? value }]
      : [];
  });

/** Reads one element of `settings/fields`; undefined when it has no API name or no id. */
export const parseField = (value: unknown): Field | undefined => {
  if (!isJson(value) || !isObject(value)) return undefined;
  const apiName = stringAt(value, 'api_name');
  const id = stringAt(value, 'id');
  if (apiName === undefined || id === undefined) return undefined;
  const module = isObject(value.lookup) ? value.lookup.module : undefined;
  return {
    apiName,
    id,
    label: stringAt(value, 'field_label') ?? apiName,
    dataType: stringAt(value, 'data_type') ?? '',
    readOnly: value.read_only === true || value.field_read_only === true,
    filterable: value.filterable !== false,
    picklist: picklistOf(value.pick_list_values),
    lookupModule: isObject(module)
      ? stringAt(module, 'api_name')
      : typeof module === 'string'
        ? module
        : undefined,
  };
};

export type FieldKind =
  | 'number'
  | 'text'
  | 'picklist'
  | 'multiPicklist'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'lookup'
  | 'user';

const KINDS: { readonly [dataType: string]: FieldKind | undefined } = {
  integer: 'number',
  bigint: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  text: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  website: 'text',
  autonumber: 'text',
  picklist: 'picklist',
  multiselectpicklist: 'multiPicklist',
  date: 'date',
  datetime: 'datetime',
  boolean: 'boolean',
  lookup: 'lookup',
  ownerlookup: 'user',
  userlookup: 'user',
};

/** How values of a field are compared and entered; undefined for types that criteria cannot use. */
export const fieldKind = (field: Pick<Field, 'dataType'>): FieldKind | undefined =>
  Object.hasOwn(KINDS, field.dataType) ? KINDS[field.dataType] : undefined;

/** Why a field cannot be chosen. */
export type FieldObstacle = 'tag' | 'owner' | 'readOnly' | 'typeNotSupported' | 'lockState' | 'onlyStatus';

/** Why a field cannot stay editable on locked records; null when it can. Zoho refuses Tag, Owner and read-only fields. */
export const excludedFieldObstacle = (field: Field): FieldObstacle | null => {
  if (field.apiName === 'Tag') return 'tag';
  if (field.apiName === 'Owner') return 'owner';
  return field.readOnly ? 'readOnly' : null;
};

/**
 * Why a field cannot be used in criteria; null when it can. Tasks lock by their Status alone, and a rule about locked records
 * would depend on itself.
 */
export const criteriaFieldObstacle = (field: Field, module: string): FieldObstacle | null => {
  if (module === 'Tasks' && field.apiName !== 'Status') return 'onlyStatus';
  if (field.apiName === 'Locked__s') return 'lockState';
  return fieldKind(field) && field.filterable ? null : 'typeNotSupported';
};

interface FieldIndex {
  readonly byId: ReadonlyMap<string, Field>;
  readonly byName: ReadonlyMap<string, Field>;
}

/** A module has hundreds of fields, and every condition of a rule looks for its own. */
const indexes = new WeakMap<readonly Field[], FieldIndex>();

const indexOf = (fields: readonly Field[]): FieldIndex => {
  const known = indexes.get(fields);
  if (known) return known;
  // The first of several with the same name counts.
  const backwards = fields.toReversed();
  const index = {
    byId: new Map(backwards.map((field) => [field.id, field])),
    byName: new Map(backwards.map((field) => [field.apiName, field])),
  };
  indexes.set(fields, index);
  return index;
};

/** The field that a reference means: by id, else by API name. `fields` is not changed afterwards: it is indexed once. */
export const findField = (
  fields: readonly Field[],
  { id, api_name }: { readonly api_name?: string; readonly id?: string },
): Field | undefined => {
  const { byId, byName } = indexOf(fields);
  return (
    (id === undefined ? undefined : byId.get(id)) ??
    (api_name === undefined ? undefined : byName.get(api_name))
  );
};

/** Fields that hold a record's name in modules without a name field of their own. */
const NAME_FIELDS = ['Full_Name', 'Name', 'Subject', 'Last_Name'];

/**
 * The fields that may hold a record's name, likeliest first: the name field usually contains the module's name in the
 * singular. `names`: the fields of the module.
 */
export const nameFields = (module: string, names: readonly string[]): readonly string[] => {
  const stem = module.slice(0, 4).toLowerCase();
  return [
    ...names.filter((name) => name.endsWith('_Name') && name.toLowerCase().startsWith(stem)),
    ...NAME_FIELDS,
  ];
};

/**
 * The API name of the field that holds a record's name: `Deal_Name` for Deals, `Full_Name` for Leads. `settings/fields` does
 * not mark it; `id` where no field looks like it.
 */
export const nameFieldOf = (module: string, fields: readonly Field[]): string => {
  const names = fields.map(({ apiName }) => apiName);
  return nameFields(module, names).find((name) => names.includes(name)) ?? 'id';
};
