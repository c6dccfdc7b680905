import type { UnknownObject } from '../base/json';
import { ok, type Result } from './errors';
import { readList } from './read-list';
import { type ModuleInfo, moduleOf, readModules } from './read-modules';
import type { Send } from './transport';

export interface LockableModules {
  readonly modules: readonly ModuleInfo[];
  /** Who says which modules support locking: Zoho CRM, or what Zoho documents (then all modules are listed). */
  readonly saidBy: 'crm' | 'documentation';
}

const PATH = '/crm/v8/settings/modules';
const FEATURE = 'record_locking_configurations';

/** Modules that every organisation has, and that no feature could lock. */
const NEVER: readonly string[] = ['Calls', 'Events', 'Notes', 'Attachments', 'Activities'];

/** A list with modules that hold no records, or are certainly not lockable, was not chosen by the feature. */
const isWholeList = (rows: readonly UnknownObject[]): boolean =>
  rows.some((row) => {
    const module = moduleOf(row);
    return !module || NEVER.includes(module.apiName) || module.support === 'extension';
  });

/**
 * The modules that support locking, by the name of the feature, in one call. Whether the CRM knows that name is not certain: one
 * that ignores it answers with all modules, which serve as they are; one that refuses it, or finds none, is asked for all of them.
 */
export async function readLockableModules(send: Send): Promise<Result<LockableModules>> {
  const listed = await readList(send, { path: PATH, query: { feature_name: FEATURE } }, 'modules');
  // What says nothing of the name says nothing of a second call either.
  if (!listed.ok && (!listed.error.certain || STOPS.includes(listed.error.kind))) return listed;
  const rows = listed.ok ? listed.value : [];
  const modules = rows.flatMap((row) => moduleOf(row) ?? []);
  if (modules.length && isWholeList(rows)) return ok({ modules, saidBy: 'documentation' });
  if (modules.length)
    return ok({ modules: modules.map((module) => ({ ...module, support: 'yes' })), saidBy: 'crm' });
  const all = await readModules(send);
  return all.ok ? ok({ modules: all.value, saidBy: 'documentation' }) : all;
}

const STOPS: readonly string[] = ['noPermission', 'unauthorised', 'rateLimited', 'edition'];
