import { compileCriteria } from './criteria';
import type { Org } from './org';
import { traceLock } from './timeline';
import type { Configuration, CrmRecord, Lock, Person, Ref, Rule } from './types';

/** What locks do to records, and what rules do to locks. Zoho's word for each restricted action. */
export type Action = 'update' | 'delete' | 'change_owner' | 'tags' | 'convert';

/** Who does something, and from where: the timeline tells it. */
export interface Doer {
  readonly by: Ref;
  readonly source: string;
}

const RULES = 'record_locking_configuration';
const RULES_IN_BULK = 'record_locking_configuration_bulk';

/** Locked for this user: a lock is there and the user's profile is not exempt. Administrators are not special. */
export function lockedFor(org: Org, user: Person, module: string, id: string): boolean {
  if (!org.lockOf(module, id)) return false;
  const configuration = org.configurationOf(module);
  if (!configuration || configuration.locked_for === 'all_profiles') return true;
  return !configuration.lock_excluded_profiles?.some((profile) => profile.id === user.profile.id);
}

/**
 * Whether a lock stands in the way. An update is always restricted, unless every changed field is an excluded one;
 * the other actions only where the configuration lists them.
 */
export function refusedByLock(
  org: Org,
  user: Person,
  module: string,
  id: string,
  action: Action,
  changed: readonly string[] = [],
): boolean {
  if (!lockedFor(org, user, module, id)) return false;
  const configuration = org.configurationOf(module);
  if (action !== 'update') return configuration?.restricted_actions.includes(action) ?? true;
  const excluded = new Set(configuration?.excluded_fields?.map((field) => field.api_name));
  return changed.some((field) => !excluded.has(field));
}

export function lockByHand(org: Org, module: string, id: string, reason: string, doer: Doer): Lock {
  const lock: Lock = {
    id: org.nextId(),
    source: 'Manual',
    reason,
    time: org.time(),
    by: doer.by,
    rule: null,
    configuration: org.configurationOf(module)?.id ?? '',
  };
  org.setLock(module, id, lock);
  traceLock(org, module, id, false, { ...doer, byHand: true });
  return lock;
}

/** False when the lock cannot be taken by hand. Of a lock made both ways only the manual part goes. */
export function unlockByHand(org: Org, module: string, id: string, lock: Lock, doer: Doer): boolean {
  if (lock.source === 'Automatic') return false;
  if (lock.source === 'Both' && org.options.unlockOfBoth === 'refused') return false;
  const rest: Lock | null =
    lock.source === 'Both' ? { ...lock, source: 'Automatic', reason: null, by: null } : null;
  org.setLock(module, id, rest);
  traceLock(org, module, id, true, { ...doer, byHand: true });
  return true;
}

function lockByRule(
  org: Org,
  module: string,
  id: string,
  configuration: Configuration,
  rule: Rule,
  doer: Doer,
): void {
  const lock = org.lockOf(module, id);
  const automatic: Lock = {
    id: lock?.id ?? org.nextId(),
    source: 'Automatic',
    reason: null,
    time: org.time(),
    by: null,
    rule: rule.id,
    configuration: configuration.id,
  };
  if (!lock) org.setLock(module, id, automatic);
  else
    org.setLock(module, id, {
      ...lock,
      source: lock.source === 'Manual' ? 'Both' : lock.source,
      rule: rule.id,
    });
  traceLock(org, module, id, lock !== undefined, { ...doer, rule });
}

/** Ends the automatic part of a lock and leaves the manual one. */
function endAutomatic(org: Org, module: string, id: string, lock: Lock, doer: Doer): void {
  if (lock.source === 'Automatic') org.setLock(module, id, null);
  if (lock.source === 'Both') org.setLock(module, id, { ...lock, source: 'Manual', rule: null });
  traceLock(org, module, id, true, doer);
}

/**
 * Runs at create and after every update: the rule that locked already keeps the record while it matches, else the
 * first one that matches takes it; none matching may release it.
 */
export function runRules(org: Org, module: string, record: CrmRecord, by: Ref): void {
  const configuration = org.configurationOf(module);
  if (!configuration || configuration.lock_type === 'manual') return;
  const doer = { by, source: RULES };
  const lock = org.lockOf(module, record.id);
  const matching = (configuration.locking_rules ?? []).filter((rule) =>
    compileCriteria(org, module, rule.criteria)(record),
  );
  const rule = matching.find((one) => one.id === lock?.rule) ?? matching[0];
  if (rule) lockByRule(org, module, record.id, configuration, rule, doer);
  else if (lock && org.options.releaseWhenUnmatched !== false)
    endAutomatic(org, module, record.id, lock, doer);
}

/** `lock_existing_records`: locks what matches at the moment the rule is saved. */
export function lockExisting(
  org: Org,
  module: string,
  configuration: Configuration,
  rule: Rule,
  by: Ref,
): void {
  const matches = compileCriteria(org, module, rule.criteria);
  for (const record of org.records(module))
    if (!org.lockOf(module, record.id)?.rule && matches(record))
      lockByRule(org, module, record.id, configuration, rule, { by, source: RULES_IN_BULK });
}

export function endLocksOfRule(org: Org, module: string, rule: string, by: Ref): void {
  if (org.options.locksOfDeletedRule === 'stay') return;
  for (const [id, lock] of org.locksOf(module))
    if (lock.rule === rule) endAutomatic(org, module, id, lock, { by, source: RULES_IN_BULK });
}

/** Zoho unlocks every record of a module whose configuration is deleted. */
export function endAllLocks(org: Org, module: string, by: Ref): void {
  const locked = org.locksOf(module);
  org.state.locks[module] = {};
  for (const [id] of locked) traceLock(org, module, id, true, { by, source: RULES_IN_BULK });
}
