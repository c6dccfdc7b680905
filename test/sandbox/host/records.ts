import type { Field } from './crm-api';
import { at, isShape, type Shape, shapesOf, textOf } from './shape';

/** Fields that hold a record's name, in the order in which they are tried. */
const NAME_FIELDS = [
  'Deal_Name',
  'Full_Name',
  'Last_Name',
  'Account_Name',
  'Subject',
  'Product_Name',
  'Vendor_Name',
  'Price_Book_Name',
  'Solution_Title',
  'Campaign_Name',
  'Name',
];

/** Fields that say most about a record at one glance. */
const KEY_FIELDS = [
  'Stage',
  'Status',
  'Lead_Status',
  'Amount',
  'Grand_Total',
  'Closing_Date',
  'Due_Date',
  'Email',
  'Phone',
  'Owner',
];

/** The record's header shows these. */
const SHOWN_ELSEWHERE = new Set(['Locked__s', 'id', 'Record_Image', 'Tag']);

/** Kinds of fields that this page has no input for, or that nobody may set. */
const FIXED = new Set([
  'lookup',
  'ownerlookup',
  'userlookup',
  'autonumber',
  'formula',
  'profileimage',
  'fileupload',
  'subform',
]);

const COLUMNS = 5;

/** The field that names a record of a module with these fields. */
function nameField(fields: readonly Field[]): string {
  const present = new Set(fields.map((field) => field.apiName));
  return NAME_FIELDS.find((name) => present.has(name)) ?? fields[0]?.apiName ?? 'Name';
}

/** The record's name, or its number when it has none. */
export function nameOf(record: Shape, fields: readonly Field[]): string {
  const value = record[nameField(fields)];
  return textOf(isShape(value) ? value.name : value) || textOf(record.id);
}

/** Fields for the columns of a list, the name first. */
export function columnsOf(fields: readonly Field[]): Field[] {
  const name = nameField(fields);
  const rank = (field: Field) =>
    field.apiName === name
      ? -1
      : KEY_FIELDS.indexOf(field.apiName) + (KEY_FIELDS.includes(field.apiName) ? 0 : 100);
  return shown(fields)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, COLUMNS);
}

/** Fields for the card at the head of a record. */
export function keyFields(fields: readonly Field[]): Field[] {
  return KEY_FIELDS.flatMap((name) => fields.find((field) => field.apiName === name) ?? []).slice(0, 4);
}

/** The fields that a person sees on the record page. */
export function shown(fields: readonly Field[]): Field[] {
  return fields.filter((field) => !SHOWN_ELSEWHERE.has(field.apiName));
}

/** Whether a person may change the field in place. */
export function isEditable(field: Field): boolean {
  return !field.readOnly && !FIXED.has(field.dataType);
}

/** A field's value as one line of text. */
export function display(field: Field, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((item) => textOf(at(item, 'name')) || String(item)).join(', ');
  if (isShape(value)) return textOf(value.name);
  if (field.dataType === 'currency')
    return Number(value).toLocaleString('en', { style: 'currency', currency: 'USD' });
  if (field.dataType === 'percent') return `${value} %`;
  if (field.dataType === 'date') return day(String(value), { dateStyle: 'medium' });
  if (field.dataType === 'datetime') return day(String(value), { dateStyle: 'medium', timeStyle: 'short' });
  return String(value);
}

function day(value: string, format: Intl.DateTimeFormatOptions): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : date.toLocaleString('en', format);
}

/** What a person typed, as the API wants it; empty becomes null. */
export function typedValue(field: Field, typed: string | boolean | readonly string[]): unknown {
  if (typeof typed !== 'string') return typed;
  if (typed === '') return null;
  const isNumber = ['integer', 'double', 'currency', 'percent'].includes(field.dataType);
  return isNumber ? Number(typed) : typed;
}

/** Names of a record's tags. */
export const tagsOf = (record: Shape): string[] => shapesOf(record.Tag).map((tag) => textOf(tag.name));
