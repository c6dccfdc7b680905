import { isObject } from '../../base/json';

/** What people see in place of a field's API name and of the values that the CRM stores. */
export interface FieldLabel {
  /** Null: the module has no such field any more. */
  readonly label: string | null;
  /** Of a list of values, by what is stored; null: the value is no longer in the list. */
  readonly values?: { readonly [stored: string]: string | null };
  /** Its values are numbers, to be written as the reader writes them. */
  readonly number?: true;
}

/** By API name. */
export type FieldLabels = { readonly [apiName: string]: FieldLabel };

/** Labels as they are published; what is not what it should be is left out. */
export function parseLabels(value: unknown): FieldLabels {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]): [string, FieldLabel][] => {
      if (!isObject(entry)) return [];
      const { label, values, number } = entry;
      if (label !== null && typeof label !== 'string') return [];
      return [
        [
          name,
          { label, ...(isObject(values) && { values: textsOf(values) }), ...(number === true && { number }) },
        ],
      ];
    }),
  );
}

const textsOf = (values: { readonly [key: string]: unknown }): { [stored: string]: string | null } =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string | null] => entry[1] === null || typeof entry[1] === 'string',
    ),
  );
