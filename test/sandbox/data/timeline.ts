import { Org } from '../api/org';
import { trace } from '../api/timeline';
import type { Catalogue, OrgState } from '../api/types';

/** What the timeline tells of the locks that are there from the start. */
export function seedTimeline(catalogue: Catalogue, state: OrgState): void {
  const changes = [{ field: 'Locked__s', old: false, new: true }];
  for (const [module, locks] of Object.entries(state.locks)) {
    const rules = state.configurations[module]?.locking_rules ?? [];
    for (const [id, lock] of Object.entries(locks)) {
      const org = new Org(catalogue, { now: () => new Date(lock.time) }, state);
      const rule = rules.find((one) => one.id === lock.rule);
      if (lock.by)
        trace(org, module, id, { action: 'updated', source: 'crm_ui', by: lock.by, changes, byHand: true });
      else if (rule)
        trace(org, module, id, {
          action: 'updated',
          source: 'record_locking_configuration',
          by: null,
          changes,
          rule,
        });
    }
  }
}
