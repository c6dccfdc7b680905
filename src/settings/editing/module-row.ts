import type { UnknownObject } from '../../base/json';
import type { CrmError } from '../../crm/errors';
import type { ModuleInfo } from '../../crm/read-modules';

export interface ModuleName {
  readonly apiName: string;
  /** Plural, as the CRM's tabs show it. */
  readonly label: string;
}

/** What the list says of a module's locking. */
export interface ModuleSummary {
  /** `manual`, `automatic`, `both`, or a word that is newer than this software. */
  readonly lockType: string;
  readonly rules: number;
  readonly systemDefined: boolean;
  /** The configuration itself, as it came. */
  readonly source: UnknownObject;
}

export type ModuleStatus =
  | { readonly kind: 'waiting' }
  /** null: no configuration. */
  | { readonly kind: 'known'; readonly summary: ModuleSummary | null }
  | { readonly kind: 'failed'; readonly error: CrmError };

export interface ModuleRow extends ModuleInfo {
  readonly status: ModuleStatus;
}

/** What the list shows of a configuration. */
export const summaryOf = (configuration: UnknownObject): ModuleSummary => ({
  lockType: typeof configuration.lock_type === 'string' ? configuration.lock_type : '',
  rules: Array.isArray(configuration.locking_rules) ? configuration.locking_rules.length : 0,
  systemDefined: configuration.system_defined === true,
  source: configuration,
});

export const isLockable = ({ support }: ModuleInfo): boolean => support === 'yes' || support === 'unknown';

/** The rows that a search leaves: by label or by API name. */
export function searchModules(rows: readonly ModuleRow[], search: string): readonly ModuleRow[] {
  const word = search.trim().toLowerCase();
  return word
    ? rows.filter(({ label, apiName }) => `${label}\n${apiName}`.toLowerCase().includes(word))
    : rows;
}
