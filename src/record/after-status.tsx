import type { BrowserMemory } from '../ui/browser-memory';
import { createExplainer } from './explain';
import { LockDetails } from './LockDetails';
import { listenToBrowser } from './listen-to-browser';
import type { RecordStore } from './record-store';
import { createTasks } from './tasks/tasks';
import type { AfterStatus } from './view-context';

/**
 * Everything the widget does once the status is shown: explaining the lock, changing it, and staying fresh. Loaded then, so
 * that the status never waits for it.
 */
export function startAfterStatus(
  store: RecordStore,
  memory: BrowserMemory,
  session: BrowserMemory,
): AfterStatus {
  const { hooks } = store;
  hooks.explain = createExplainer(store, session);
  hooks.changed = listenToBrowser(window, store);
  const tasks = createTasks(store, memory);
  hooks.explain();
  return { ...tasks, details: LockDetails };
}
