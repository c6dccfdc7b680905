import { isObject } from '../base/json';

/** Where this page was opened and for what. Made from PageLoad data, which is untrusted. */
export type Placement =
  | { readonly kind: 'record'; readonly module: string; readonly id: string }
  | { readonly kind: 'records'; readonly module: string; readonly ids: readonly string[] }
  /** Settings page, web tab, dashboard, or data that names no record; `module` when whoever opened the page named one. */
  | { readonly kind: 'none'; readonly module?: string };

/**
 * PageLoad carries `{Entity, EntityId}`: a string in a related list, an array of one from a button on the record page, an
 * array of many from a list view, and nothing in the settings; another page of ours passes `{Entity, ids}`. An entity that is not a word or an id that is not a number
 * never gets as far as a path.
 */
export function parsePlacement(data: unknown): Placement {
  if (typeof data !== 'object' || data === null) return { kind: 'none' };
  const given: { Entity?: unknown; EntityId?: unknown; ids?: unknown } = data;
  const { Entity: module, EntityId = given.ids } = given;
  if (typeof module !== 'string' || !/^\w{1,100}$/.test(module)) return { kind: 'none' };
  // Spread, because `every` would pass over the holes of a sparse list.
  const ids: unknown[] = Array.isArray(EntityId) ? [...EntityId] : EntityId === undefined ? [] : [EntityId];
  if (!ids.every(isId)) return { kind: 'none' };
  const [id] = ids;
  if (id === undefined) return { kind: 'none', module };
  return ids.length === 1 ? { kind: 'record', module, id } : { kind: 'records', module, ids };
}

const isId = (id: unknown): id is string => typeof id === 'string' && /^\d{1,30}$/.test(id);

/** Whether a button of the CRM's opened the page: it stands in a popup then, which can be closed. */
export const isOpenedByButton = (data: unknown): boolean =>
  isObject(data) && typeof data.ButtonPosition === 'string';
