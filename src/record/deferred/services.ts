import type { RecordRef } from '../../crm/paths';
import { createPublished, type Published } from '../../crm/published';
import { type ReadVariable, readCrmVariable } from '../../crm/read-variable';
import { hasAutomaticPart } from '../../locking/lock/lock';
import { type BrowserMemory, keptForPerson } from '../../ui/browser-memory';
import { type Barriers, createBarriers } from '../changing/barriers';
import { type ChangingCommands, createChangingCommands } from '../changing/commands';
import type { ChangingPorts } from '../changing/ports';
import { createExplainer, type ProfileName } from '../explanation/explain';
import { createReadWithPublished } from '../explanation/read-with-published';
import type { RecordStore } from '../start/record-store';
import type { LockChange } from '../trail/change';
import { keepRemoved } from '../trail/lock-again';

export interface ServicePorts extends Pick<ChangingPorts, 'send' | 'now' | 'memory' | 'announce' | 'userId'> {
  readonly store: RecordStore;
  /** Forgotten when the browser session ends. */
  readonly session: BrowserMemory;
  readonly profile: ProfileName;
  /** Reads a variable where they are not the CRM's own. */
  readonly readVariable?: ReadVariable | undefined;
  /** The record's address in the CRM. */
  readonly linkTo?: ((record: RecordRef) => string | null) | undefined;
}

export interface Services {
  readonly commands: ChangingCommands;
  readonly published: Published;
  readonly barriers: Barriers;
  readonly explain: (again?: boolean) => void;
  /** Calls back whenever the lock was changed from here. */
  readonly onChanged: (listener: (change: LockChange) => void) => void;
}

/** What the page can do once the status is shown, without its views: explaining the lock and changing it. */
export function createServices(ports: ServicePorts): Services {
  const { store, send, now, memory, session, profile, userId, announce, readVariable } = ports;
  const kept = keptForPerson(memory, session);
  const published = createPublished(readVariable ?? readCrmVariable(send), kept, now);
  const barriers = createBarriers(published, kept, now);
  const listeners: ((change: LockChange) => void)[] = [];
  const changed = (change: LockChange): void => {
    const { kind, record, before } = change;
    const reason = kind === 'unlocked' ? before?.reason : null;
    keepRemoved(memory, record, reason?.trim() ? { reason, at: now() } : null);
    for (const listener of listeners) listener(change);
  };
  const commands = createChangingCommands({
    ...{ store, send, now, memory },
    ...{ published, barriers, userId, announce, changed },
  });
  const readAccess = createReadWithPublished({ send, memory, published, now, readVariable });
  const explain = createExplainer({ store, send, session, published, readAccess, profile });
  store.onLockRead(({ asked, refreshed }) => {
    if (refreshed) commands.carryOn(refreshed);
    const state = store.shown();
    const record = store.record();
    // Whoever locked the record meanwhile, what it was locked with before is of no use any more.
    if (record && state?.lock) keepRemoved(memory, record, null);
    if (asked && state) {
      barriers.forget(state.module);
      // What explains a lock of a rule is read again at its source.
      if (!state.lock || !hasAutomaticPart(state.lock)) commands.learnReasonsAnew();
    }
    explain(asked);
  });
  return { commands, published, barriers, explain, onChanged: (listener) => void listeners.push(listener) };
}
