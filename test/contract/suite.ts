import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from './answers';
import type { ContractApi } from './api';
import { bothContract } from './suite-both';
import { configurationContract } from './suite-configurations';
import { countContract } from './suite-counts';
import { lockContract } from './suite-locks';
import { metadataContract } from './suite-metadata';
import { moduleContract } from './suite-modules';
import { ruleValueContract } from './suite-rule-values';
import { ruleContract } from './suite-rules';
import { type Workbench, workbench } from './workbench';

/**
 * What this extension relies on of the CRM's API: every call it makes, what it reads of the reply, and how a refusal is
 * told. Only records and a configuration of its own are touched. Numbers in brackets are those of docs/assumptions.md.
 * What an org gives no means to check is left out, not skipped.
 */
export function contract(api: ContractApi): void {
  const bench = workbench(api);
  const { configuration } = api;
  afterAll(() => bench.cleanUp());

  metadataContract(api);
  moduleContract(api);
  countContract(api, bench);
  if (configuration === 'own') {
    beforeAll(() => bench.refuseToTouch());
    bareContract(bench);
    configurationContract(api, bench);
    lockContract(api, bench);
    ruleValueContract(api, bench);
    bothContract(api, bench);
    ruleContract(api, bench);
  } else if (configuration.found === null) bareContract(bench);
  else if (configuration.found !== 'automatic') lockContract(api, bench);
}

function bareContract(bench: Workbench): void {
  describe('a module without configuration', () => {
    it('has no lock to read, said in one of two ways, and takes none [R4, R5]', async () => {
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
}
