import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from './answers';
import type { ContractApi } from './api';
import { configurationContract } from './suite-configurations';
import { lockContract } from './suite-locks';
import { metadataContract } from './suite-metadata';
import { ruleContract } from './suite-rules';
import { workbench } from './workbench';

/**
 * What this extension relies on of the CRM's API: every call it makes, what it reads of the reply, and how a refusal is
 * told. Only documented calls are made, and only records and a configuration of its own are touched.
 */
export function contract(api: ContractApi): void {
  const bench = workbench(api);
  beforeAll(() => bench.refuseToTouch());
  afterAll(() => bench.cleanUp());

  metadataContract(api);

  describe('a module without configuration', () => {
    it('has no lock to read, said in one of two ways, and takes none', async () => {
      const record = await bench.newRecord();
      const read = await bench.readLock(record);
      // Zoho prints both for it; either is read as "not configured or not locked".
      expect(read.status === 204 ? 204 : entryOf(read).code).toBeOneOf([204, 'NOT_ALLOWED']);
      expect(entryOf(await bench.lock(record, 'audit'))).toMatchObject({
        code: 'NOT_ALLOWED',
        message: 'Required Record Locking Configuration is not present',
      });
    });
  });

  configurationContract(api, bench);
  lockContract(api, bench);
  ruleContract(api, bench);
}
