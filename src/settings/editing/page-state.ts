import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import type { Limits } from '../../locking/configuration/limits';
import type { ModuleRow } from './module-row';

/** What the page's one live region says. */
export type Announcement =
  | 'saving'
  | 'saved'
  | 'notSaved'
  | 'deleting'
  | 'deleted'
  | 'notDeleted'
  | 'discarded'
  | 'imported'
  | 'unknownOutcome';

/** Everything the settings page can show. Each kind has a view of its own. */
export type SettingsState =
  | { readonly kind: 'connecting'; readonly slow: boolean }
  | { readonly kind: 'hostProblem'; readonly problem: HostProblem }
  /** The user may not configure locking, or the edition has none. */
  | { readonly kind: 'refused'; readonly why: 'noPermission' | 'edition' }
  | { readonly kind: 'failed'; readonly error: CrmError; readonly busy: boolean }
  | ModulesShown;

export interface ModulesShown {
  readonly kind: 'modules';
  readonly modules: readonly ModuleRow[];
  readonly limits: Limits;
  readonly search: string;
  /** Whether the list is unfolded where there is no room for it beside the editor. */
  readonly unfolded: boolean;
  /** Who says which modules support locking. */
  readonly saidBy: 'crm' | 'documentation';
  /** API name of the open module; null: the overview of all is shown. */
  readonly current: string | null;
  /** Whether leaving the open module would lose something. */
  readonly unsaved: boolean;
  /** The module to open once the user has said what becomes of the unsaved changes; `OVERVIEW` for that of all. */
  readonly leavingTo: string | null;
  readonly announcement: Announcement | null;
}

/** Stands for no module where one is named: the overview of all. */
export const OVERVIEW = '';

/** The state when there are modules to show, else null. */
export const modulesShown = (state: SettingsState): ModulesShown | null =>
  state.kind === 'modules' ? state : null;

/** The open module's row. */
export const openRow = (state: SettingsState): ModuleRow | undefined => {
  const shown = modulesShown(state);
  return shown?.modules.find(({ apiName }) => apiName === shown.current);
};
