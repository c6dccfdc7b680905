import { LockDetails } from '../../../src/record/LockDetails';
import { createRecordStore } from '../../../src/record/record-store';
import { createTasks } from '../../../src/record/tasks/tasks';
import type { AfterStatus } from '../../../src/record/view-context';
import { fakeMemory } from './desk';
import { DATA, NOW } from './states';

const noSummaries = { kept: () => null, read: async () => {}, hasRead: () => true, forget() {} };

/** The views that are loaded after the status, over a store that nobody uses. */
export function afterStatusViews(): AfterStatus {
  const memory = fakeMemory();
  memory.set('reasons', [`${DATA} Recent one`, `${DATA} Recent two`]);
  const store = createRecordStore(
    async () => ({ lost: 'offline' }),
    () => NOW,
  );
  return { ...createTasks(store, memory, noSummaries), details: LockDetails };
}
