import { hasAutomaticPart, hasManualPart, type Lock } from '../lock/lock';

/** Who is asked to remove a lock: ids of users, the first one owns the task that comes first. */
export interface Addressees {
  readonly ids: readonly string[];
  /** Nobody is named for the lock of a rule: then the record's owner is asked, whom only the record tells. */
  readonly owner: boolean;
}

/**
 * The person who locked; for the part that a rule holds those whom an administrator has named, else the record's owner. Nobody asks
 * themselves.
 */
export function addressees(lock: Lock, named: readonly string[], me: string | null): Addressees {
  const author = hasManualPart(lock) && lock.lockedBy ? [lock.lockedBy.id] : [];
  const forRule = hasAutomaticPart(lock) ? named : [];
  const ids = [...new Set([...author, ...forRule])].filter((id) => id !== me);
  return { ids, owner: ids.length === 0 };
}
