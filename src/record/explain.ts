import { readAccess } from '../crm/read-access';
import { readConfiguration } from '../crm/read-configuration';
import { explainLock } from '../locking/explain-lock';
import { hasAutomaticPart, sameLock } from '../locking/lock';
import type { BrowserMemory } from '../ui/browser-memory';
import { CONFIGURATION_REFUSED, type RecordShown } from './record-state';
import type { RecordStore } from './record-store';

/**
 * Asks, after the status is shown, for what explains it: the record for what its lock means to this user (1 call), and the
 * configuration for the rule of an automatic lock (1 call, not again once it was refused). Each question once per lock.
 */
export function createExplainer(store: RecordStore, session: BrowserMemory): () => void {
  const { api, send } = store;

  async function configuration(module: string) {
    if (session.get(CONFIGURATION_REFUSED) === true) return 'refused';
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

  return function explain(): void {
    const state = api.getState();
    if (state.kind === 'notConfigured' && state.mayConfigure === null) void askWhoConfigures(state.module);
    const record = store.record();
    if (!record || state.kind !== 'record' || !state.lock) return;
    const { lock } = state;
    const apply = (change: Partial<RecordShown>): void => {
      if (store.record() === record && sameLock(store.shown()?.lock ?? null, lock)) store.update(change);
    };
    if (!state.access && !state.asking) {
      store.update({ asking: true });
      void readAccess(send, record).then((answer) =>
        apply({ asking: false, access: answer.ok ? answer.value : null }),
      );
    }
    if (!state.explanation && hasAutomaticPart(lock))
      void configuration(record.module).then(
        (answer) => typeof answer === 'object' && apply({ explanation: explainLock(lock, answer.value) }),
      );
  };
}
