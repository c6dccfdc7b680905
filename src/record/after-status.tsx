import { type ReadVariable, readCrmVariable } from '../crm/read-variable';
import type { BrowserMemory } from '../ui/browser-memory';
import { createExplainer, type ProfileName } from './explain';
import { LockDetails } from './LockDetails';
import { listenToBrowser } from './listen-to-browser';
import type { RecordStore } from './record-store';
import { createTasks } from './tasks/tasks';
import type { AfterStatus } from './view-context';
import { createSummaries } from './why/summaries';

/**
 * Everything the widget does once the status is shown: explaining the lock, changing it, and staying fresh. Loaded then, so
 * that the status never waits for it.
 */
export function startAfterStatus(
  store: RecordStore,
  memory: BrowserMemory,
  session: BrowserMemory,
  profile: ProfileName,
  readVariable?: ReadVariable,
): AfterStatus {
  const { hooks } = store;
  const summaries = createSummaries(readVariable ?? readCrmVariable(store.send), memory, session, store.now);
  hooks.explain = createExplainer(store, session, summaries, profile);
  hooks.changed = listenToBrowser(window, store);
  const tasks = createTasks(store, memory, summaries);
  hooks.explain();
  return { ...tasks, details: LockDetails };
}
