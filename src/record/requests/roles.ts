import { hasManualPart, type Lock, type RecordAccess } from '../../locking/lock/lock';
import { isOpen, openTasks, type UnlockRequest } from '../../locking/requests/requests';
import type { RequestsState } from './requests-state';

/** Whose requests they are, for whoever is looking. */
export interface Roles {
  /** One's own that is open. */
  readonly mine: UnlockRequest | null;
  /** One's own that came to an end, the latest. */
  readonly answered: UnlockRequest | null;
  /** Open ones of others. */
  readonly others: readonly UnlockRequest[];
}

export function rolesIn({ requests }: RequestsState, me: string | null): Roles {
  const all = requests ?? [];
  const own = all.filter((one) => me !== null && one.by?.id === me);
  return {
    mine: own.find(isOpen) ?? null,
    answered: own.find((one) => !isOpen(one)) ?? null,
    others: all.filter((one) => isOpen(one) && !own.includes(one)),
  };
}

/** Whether a person may answer: whoever was asked, and whoever may unlock as far as is known. The CRM has the last word. */
export const mayAnswer = (
  request: UnlockRequest,
  lock: Lock,
  me: string | null,
  cannotUnlock: boolean,
): boolean =>
  openTasks(request).some(({ owner }) => me !== null && owner?.id === me) ||
  (hasManualPart(lock) && !cannotUnlock);

/** Whether a lock keeps this person out and they cannot remove it themselves, as far as is known. */
export function mayAsk(lock: Lock, access: RecordAccess | null, me: string | null): boolean {
  if (access?.lockedForMe === false) return false;
  const isMine = me !== null && lock.lockedBy?.id === me;
  return !isMine || lock.ruleId !== null;
}
