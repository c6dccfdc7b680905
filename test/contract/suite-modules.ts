import { describe, expect, it } from 'vitest';
import { moduleSupport } from '../../src/locking/configuration/module-support';
import { detailsOf, entryOf, listOf } from './answers';
import type { ContractApi } from './api';

const PATH = '/settings/record_locking_configurations';

/** Each module asked is a call: enough to tell, not more. */
const ASKED = 5;

/** Reads only. */
export function moduleContract(api: ContractApi): void {
  const { administrator } = api;

  describe('the configuration of a module', () => {
    it('wants a module, and one that supports it', async () => {
      const none = await administrator('GET', PATH);
      expect([entryOf(none).code, detailsOf(none).param_name]).toEqual(['REQUIRED_PARAM_MISSING', 'module']);
      expect(entryOf(await administrator('GET', `${PATH}?module=No_Such_Module`)).code).toBe(
        'INVALID_MODULE',
      );
      const other = await administrator('GET', `${PATH}?module=${api.unsupportedModule}`);
      expect(entryOf(other).code).toBe('NOT_SUPPORTED');
    });

    if (api.user)
      it('is closed to users who may not customise', async () => {
        const answer = await api.user?.('GET', `${PATH}?module=${api.module}`);
        expect(answer && entryOf(answer).code).toBe('NO_PERMISSION');
      });

    it('is there for modules that users made, and not for those that extensions made [C2]', async (context) => {
      const modules = listOf(await administrator('GET', '/settings/modules'), 'modules');
      const custom = modules.filter((one) => one.generated_type === 'custom' && one.api_supported !== false);
      context.skip(custom.length === 0, 'the org has no custom module');
      for (const { api_name } of custom.slice(0, ASKED)) {
        const answer = await administrator('GET', `${PATH}?module=${api_name}`);
        const isRefused = entryOf(answer).code === 'NOT_SUPPORTED';
        const support = moduleSupport(String(api_name), 'custom');
        expect([api_name, isRefused]).toEqual([api_name, support === 'extension']);
      }
    });
  });
}
