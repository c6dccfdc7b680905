import type { Json } from '../../../../src/base/json';

/** Criteria as Zoho writes them, in few words. */
export const leaf = (api_name: string, comparator: string, value: Json): Json => ({
  comparator,
  field: { api_name },
  value,
});
export const all = (...group: Json[]): Json => ({ group_operator: 'AND', group });
export const any = (...group: Json[]): Json => ({ group_operator: 'OR', group });
