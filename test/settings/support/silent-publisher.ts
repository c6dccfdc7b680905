import { ok } from '../../../src/crm/errors';
import type { ModuleName } from '../../../src/settings/editing/module-row';
import { createPublisher } from '../../../src/settings/editing/publishing/publisher';
import { fakeMemory } from '../../record/support/harness';

/** Publishes nowhere, for tests of the configuration alone. */
export const silentPublisher = (module: ModuleName) =>
  createPublisher({
    variables: {
      read: async () => ok(null),
      write: async () => ok({ id: null, createdBy: null, createdAt: null }),
    },
    memory: fakeMemory(),
    module,
    others: () => [],
    onUnsaved() {},
  });
