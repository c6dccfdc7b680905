import { type ReadVariable, readCrmVariable } from '../../crm/read-variable';
import type { BrowserMemory } from '../../ui/browser-memory';
import { createTasks } from '../changing/changing';
import { createExplainer, type ProfileName } from '../explanation/explain';
import { createSummaries } from '../explanation/published-explanations';
import type { RecordStore } from '../start/record-store';
import { LockDetails } from '../view/LockDetails';
import type { DeferredParts } from '../view/view-context';
import { listenToBrowser } from './listen-to-browser';

/**
 * Everything the widget does once the status is shown: explaining the lock, changing it, and staying fresh. Loaded then, so
 * that the status never waits for it.
 */
export function startDeferred(
  store: RecordStore,
  memory: BrowserMemory,
  session: BrowserMemory,
  profile: ProfileName,
  readVariable?: ReadVariable,
): DeferredParts {
  const { hooks } = store;
  const summaries = createSummaries(readVariable ?? readCrmVariable(store.send), memory, session, store.now);
  hooks.explain = createExplainer(store, session, summaries, profile);
  hooks.changed = listenToBrowser(window, store);
  const tasks = createTasks(store, memory, summaries);
  hooks.explain();
  return { ...tasks, details: LockDetails };
}
