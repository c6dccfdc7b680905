import { createTasks } from '../../../src/record/changing/changing';
import { createRecordStore } from '../../../src/record/start/record-store';
import { LockDetails } from '../../../src/record/view/LockDetails';
import type { DeferredParts } from '../../../src/record/view/view-context';
import { fakeMemory } from './harness';
import { DATA, NOW } from './states';

const noSummaries = { kept: () => null, read: async () => {}, hasRead: () => true, forget() {} };

/** The views that are loaded after the status, over a store that nobody uses. */
export function afterStatusViews(): DeferredParts {
  const memory = fakeMemory();
  memory.set('reasons', [`${DATA} Recent one`, `${DATA} Recent two`]);
  const store = createRecordStore(
    async () => ({ lost: 'offline' }),
    () => NOW,
  );
  return { ...createTasks(store, memory, noSummaries), details: LockDetails };
}
