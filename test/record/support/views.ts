import { createViews } from '../../../src/record/deferred/deferred';
import { createServices } from '../../../src/record/deferred/services';
import { createRecordStore } from '../../../src/record/start/record-store';
import type { DeferredViews } from '../../../src/record/view/view-context';
import { fakeMemory } from './harness';
import { DATA, NOW } from './states';

/** The views that are loaded after the status, over a store that nobody uses. */
export function deferredViews(): DeferredViews {
  const memory = fakeMemory();
  memory.set('reasons', [`${DATA} Recent one`, `${DATA} Recent two`]);
  const send = async () => ({ lost: 'offline' }) as const;
  const now = () => NOW;
  const store = createRecordStore(send, now);
  const session = fakeMemory();
  const ports = { store, send, now, memory, userId: () => null };
  const services = createServices({ ...ports, session, profile: () => null, announce() {} });
  return createViews(services, ports);
}
