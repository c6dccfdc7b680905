import type { Published } from '../../crm/published';
import { readConfiguration } from '../../crm/read-configuration';
import type { Send } from '../../crm/transport';
import { explainLock, type LockExplanation } from '../../locking/lock/explanation';
import { hasAutomaticPart, heldAlike, type Lock } from '../../locking/lock/lock';
import type { BrowserMemory } from '../../ui/browser-memory';
import { CONFIGURATION_REFUSED, type RecordShown } from '../start/record-state';
import type { RecordStore } from '../start/record-store';
import type { ReadWithPublished } from './read-with-published';

/** The profile that may always read configurations. Others with the right get what is published first. */
const ADMINISTRATOR = 'Administrator';

/** The user's profile by name: undefined as long as the host may still tell it, null when it does not. */
export type ProfileName = () => string | null | undefined;

export interface ExplainerPorts {
  readonly store: Pick<RecordStore, 'api' | 'record' | 'shown' | 'update'>;
  readonly send: Send;
  readonly session: BrowserMemory;
  readonly published: Published;
  readonly readAccess: ReadWithPublished;
  readonly profile: ProfileName;
}

/**
 * Asks, after the status is shown, for what explains it: the record for what its lock means to this user, together with what is
 * published about the module (1 call), and the configuration for the rule of an automatic lock where it may be read (1 call). Each
 * question once per lock, and again when a person asks for it: what a lock means changes with the configuration, too.
 */
export function createExplainer(ports: ExplainerPorts): (again?: boolean) => void {
  const { store, send, session, published, readAccess, profile } = ports;
  const { api } = store;
  const refused = () => session.get(CONFIGURATION_REFUSED) === true;

  async function configuration(module: string) {
    if (refused()) return 'refused';
    const answer = await readConfiguration(send, module);
    if (answer.ok) return answer;
    if (answer.error.kind !== 'noPermission') return 'unknown';
    session.set(CONFIGURATION_REFUSED, true);
    return 'refused';
  }

  /** Only the server knows who may configure locking. */
  async function askWhoConfigures(module: string): Promise<void> {
    const answer = await configuration(module);
    const state = api.getState();
    if (state.kind === 'notConfigured' && state.module === module && answer !== 'unknown')
      api.setState({ ...state, mayConfigure: answer !== 'refused' }, true);
  }

  function byKept(module: string, lock: Lock): LockExplanation | null {
    const kept = published.kept(module);
    return explainLock(lock, kept?.configuration, kept?.fields);
  }

  /** What is published, if it knows the rule that holds this lock. */
  function byPublished(module: string, lock: Lock): LockExplanation | null {
    const found = byKept(module, lock);
    return found?.ruleName ? found : null;
  }

  /**
   * By the configuration where this user may read it, else by what is published; at most one call, never a mixture. `again`: what
   * is known already does not do.
   */
  async function why(module: string, lock: Lock, again: boolean): Promise<LockExplanation | null> {
    const ordinary = refused() || (profile() ?? ADMINISTRATOR) !== ADMINISTRATOR;
    const known = ordinary && !again && byPublished(module, lock);
    if (known) return known;
    const nothingPublished = !again && published.kept(module) === null;
    if (!ordinary || (nothingPublished && !refused())) {
      const answer = await configuration(module);
      await published.settled(module);
      if (typeof answer !== 'object') return byPublished(module, lock);
      return explainLock(
        lock,
        answer.value,
        published.kept(module)?.fields ?? store.shown()?.explanation?.labels,
      );
    }
    if (again || !published.justRead(module)) await published.readAgain(module);
    return byPublished(module, lock);
  }

  return function explain(again = false): void {
    const state = api.getState();
    if (state.kind === 'notConfigured' && state.mayConfigure === null) void askWhoConfigures(state.module);
    const record = store.record();
    if (!record || state.kind !== 'record' || !state.lock) return;
    const { lock } = state;
    const apply = (change: Partial<RecordShown>): void => {
      if (store.record() === record && heldAlike(store.shown()?.lock ?? null, lock)) store.update(change);
    };
    // What a manual lock blocks is told as far as it is published; it came with the access, or is known already.
    const tellKept = () => {
      const known = hasAutomaticPart(lock) ? null : byKept(record.module, lock);
      if (known) apply({ explanation: known });
    };
    tellKept();
    const asked: Promise<void>[] = [];
    if ((again || !state.access) && !state.asking)
      asked.push(
        readAccess(record, again).then((answer) => {
          apply({ access: answer.ok ? answer.value : null });
          tellKept();
        }),
      );
    // Whom the host has not told yet is asked about again when it has: see `setUser`.
    if ((again || !state.explanation) && hasAutomaticPart(lock) && profile() !== undefined)
      asked.push(
        why(record.module, lock, again).then((explanation) => {
          if (explanation) apply({ explanation });
        }),
      );
    if (!asked.length) return;
    store.update({ asking: true });
    void Promise.all(asked).then(() => apply({ asking: false }));
  };
}
