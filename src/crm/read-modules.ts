import type { UnknownObject } from '../base/json';
import { type ModuleSupport, moduleSupport } from '../locking/configuration/module-support';
import type { Result } from './errors';
import { flag, text } from './parse';
import { readParsed } from './read-list';
import type { Send } from './transport';

export interface ModuleInfo {
  readonly apiName: string;
  /** Plural, as the CRM's tabs show it. */
  readonly label: string;
  readonly support: ModuleSupport;
}

/** The organisation's modules that hold records, in the order of the CRM. */
export const readModules = (send: Send): Promise<Result<readonly ModuleInfo[]>> =>
  readParsed(send, { path: '/crm/v8/settings/modules' }, 'modules', moduleOf);

/** Linking modules, subforms, reports and the like are no modules to an administrator, nor are those without records. */
export function moduleOf(row: UnknownObject): ModuleInfo | null {
  const apiName = text(row.api_name);
  const type = text(row.generated_type);
  if (apiName === null || !/^\w+$/.test(apiName) || flag(row.api_supported) === false) return null;
  if (type !== null && type !== 'default' && type !== 'custom') return null;
  const support = moduleSupport(apiName, type);
  const hidden = flag(row.visible) === false || flag(row.viewable) === false;
  if (hidden && support !== 'yes') return null;
  return { apiName, support, label: text(row.plural_label) ?? text(row.module_name) ?? apiName };
}
