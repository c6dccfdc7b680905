import { compileCriteria } from './criteria';
import type { Org } from './org';
import type { Configuration, CrmRecord, Lock, Person, Ref, Rule } from './types';

/** What locks do to records, and what rules do to locks. Zoho's word for each restricted action. */
export type Action = 'update' | 'delete' | 'change_owner' | 'tags' | 'convert';

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

export function lockByHand(org: Org, module: string, id: string, reason: string, by: Ref): Lock {
  const lock: Lock = {
    id: org.nextId(),
    source: 'Manual',
    reason,
    time: org.time(),
    by,
    rule: null,
    configuration: org.configurationOf(module)?.id ?? '',
  };
  org.setLock(module, id, lock);
  return lock;
}

/** False when the lock cannot be taken by hand. Of a lock made both ways only the manual part goes. */
export function unlockByHand(org: Org, module: string, id: string, lock: Lock): boolean {
  if (lock.source === 'Automatic') return false;
  if (lock.source === 'Both' && org.options.unlockOfBoth === 'refused') return false;
  const rest: Lock | null =
    lock.source === 'Both' ? { ...lock, source: 'Automatic', reason: null, by: null } : null;
  org.setLock(module, id, rest);
  return true;
}

function lockByRule(org: Org, module: string, id: string, configuration: Configuration, rule: Rule): void {
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
}

/** Ends the automatic part of a lock and leaves the manual one. */
function endAutomatic(org: Org, module: string, id: string, lock: Lock): void {
  if (lock.source === 'Automatic') org.setLock(module, id, null);
  if (lock.source === 'Both') org.setLock(module, id, { ...lock, source: 'Manual', rule: null });
}

/**
 * Runs at create and after every update: the rule that locked already keeps the record while it matches, else the
 * first one that matches takes it; none matching may release it.
 */
export function runRules(org: Org, module: string, record: CrmRecord): void {
  const configuration = org.configurationOf(module);
  if (!configuration || configuration.lock_type === 'manual') return;
  const lock = org.lockOf(module, record.id);
  const matching = (configuration.locking_rules ?? []).filter((rule) =>
    compileCriteria(org, module, rule.criteria)(record),
  );
  const rule = matching.find((one) => one.id === lock?.rule) ?? matching[0];
  if (rule) lockByRule(org, module, record.id, configuration, rule);
  else if (lock && org.options.releaseWhenUnmatched !== false) endAutomatic(org, module, record.id, lock);
}

/** `lock_existing_records`: locks what matches at the moment the rule is saved. */
export function lockExisting(org: Org, module: string, configuration: Configuration, rule: Rule): void {
  const matches = compileCriteria(org, module, rule.criteria);
  for (const record of org.records(module))
    if (!org.lockOf(module, record.id)?.rule && matches(record))
      lockByRule(org, module, record.id, configuration, rule);
}

export function endLocksOfRule(org: Org, module: string, rule: string): void {
  if (org.options.locksOfDeletedRule === 'stay') return;
  for (const [id, lock] of org.locksOf(module)) if (lock.rule === rule) endAutomatic(org, module, id, lock);
}

/** Zoho unlocks every record of a module whose configuration is deleted. */
export function endAllLocks(org: Org, module: string): void {
  org.state.locks[module] = {};
}
