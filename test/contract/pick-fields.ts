import { isArray, isObject, type JsonObject } from '../sandbox/api/json';
import type { ContractFields } from './api';

/** Fields that hold a record's name, in the order in which they are tried. */
const NAMES = [
  'Deal_Name',
  'Last_Name',
  'Account_Name',
  'Subject',
  'Product_Name',
  'Vendor_Name',
  'Price_Book_Name',
  'Solution_Title',
  'Name',
];

/** The fields of a module for the suite to work with, out of what `settings/fields` tells; undefined when one is missing. */
export function pickFields(fields: readonly JsonObject[]): ContractFields | undefined {
  const open = fields.filter((field) => field.read_only !== true && field.field_read_only !== true);
  const named = (name: string) => open.find((field) => field.api_name === name);
  const nameField = NAMES.find(named);
  const texts = open.filter(
    (field) => field.data_type === 'text' && field.api_name !== nameField && !isUnique(field),
  );
  const [text, second] = texts.map((field) => String(field.api_name));
  const excludedField = named('Description') ? 'Description' : second;
  if (!nameField || !text || !excludedField) return undefined;
  const checkbox = open.find((field) => field.data_type === 'boolean' && field.api_name !== 'Locked__s');
  const multi = open.find((field) => field.data_type === 'multiselectpicklist' && choices(field).length > 1);
  return {
    nameField,
    textField: text,
    excludedField,
    ...(checkbox ? { booleanField: String(checkbox.api_name) } : {}),
    ...(multi ? { multiField: { name: String(multi.api_name), values: choices(multi) } } : {}),
  };
}

const isUnique = ({ unique }: JsonObject): boolean => isObject(unique) && Object.keys(unique).length > 0;

const choices = ({ pick_list_values: values }: JsonObject): string[] =>
  (isArray(values) ? values.filter(isObject) : [])
    .map((value) => value.actual_value)
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== '-None-')
    .sort();
