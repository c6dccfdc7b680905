import type { CrmError, CrmErrorKind } from '../../crm/errors';
import type { KeptForPerson, Published } from '../../crm/published';
import type { ChangeAction, RecordShown } from '../start/record-state';

/** Why an action cannot come about, however often it is tried. */
export type Barrier = Extract<CrmErrorKind, 'noPermission' | 'automaticOnly' | 'automaticLock'>;

export type Barred = Readonly<Partial<Record<ChangeAction, Barrier>>>;

/** What a user is known not to be able to do, so that it is shown as such before they try. */
export interface Barriers {
  /** Of the lock, or the lack of one, that is shown. */
  of(state: RecordShown): Barred;
  /** Remembers a refusal, if trying again would meet the same. */
  note(state: RecordShown, action: ChangeAction, error: CrmError): void;
  /** A person wants to know anew. */
  forget(module: string): void;
}

/** Milliseconds that a refusal is believed without trying again: rights may be given at any time. */
const BARRIER_LIFE = 3_600_000;

/** The same right and the same lock type stand behind locking and changing the reason; who may unlock, Zoho does not say. */
const TOGETHER: Readonly<Record<ChangeAction, readonly ChangeAction[]>> = {
  lock: ['lock', 'edit'],
  edit: ['lock', 'edit'],
  unlock: ['unlock'],
};

/** Refusals hold for the module, and in this browser session; what is published tells of modules where only rules lock. */
export function createBarriers(
  published: Pick<Published, 'lockType'>,
  session: KeptForPerson,
  now: () => number,
): Barriers {
  const name = (module: string) => `barred.${module}`;
  /** Id of a lock that Zoho has said to be a rule's. */
  let ofRule: string | null = null;

  function remembered(module: string): Barred {
    const kept = session.get(name(module));
    if (typeof kept !== 'object' || !kept || !('at' in kept)) return {};
    if (!(Math.abs(now() - Number(kept.at)) < BARRIER_LIFE)) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([, value]) => value === 'noPermission' || value === 'automaticOnly'),
    );
  }

  return {
    of({ module, lock }) {
      const onlyRules = published.lockType(module) === 'automatic';
      return {
        ...(onlyRules && { lock: 'automaticOnly', edit: 'automaticOnly' }),
        ...remembered(module),
        ...(lock && lock.id === ofRule && { unlock: 'automaticLock' }),
      };
    },
    note({ module, lock }, action, { kind }) {
      if (kind === 'automaticLock') ofRule = lock?.id ?? null;
      if (kind !== 'noPermission' && kind !== 'automaticOnly') return;
      const more = Object.fromEntries(TOGETHER[action].map((one) => [one, kind]));
      session.set(name(module), { ...remembered(module), ...more, at: now() });
    },
    forget(module) {
      ofRule = null;
      session.set(name(module), null);
    },
  };
}
