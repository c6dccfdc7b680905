import { afterAll, describe, expect, it } from 'vitest';
import { caller } from '../sandbox/api/client';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import { startZoho } from '../sandbox/org/zoho-stand-in';
import { listOf } from './answers';
import type { ContractApi } from './api';
import { eventually } from './eventually';
import { fence } from './fence';
import { orgApi } from './org-api';
import { pickFields } from './pick-fields';
import { contract } from './suite';
import { workbench } from './workbench';

const apiOf = (sandbox: Sandbox): ContractApi => ({
  administrator: caller(sandbox, 'admin'),
  user: caller(sandbox, 'sales'),
  withoutLock: caller(sandbox, 'viewer'),
  module: 'Contacts',
  nameField: 'Last_Name',
  textField: 'Title',
  excludedField: 'Description',
  booleanField: 'Email_Opt_Out',
  unsupportedModule: 'Campaigns',
  configuration: 'own',
});

// What Zoho leaves open must not matter to what the extension relies on.
describe.each<[reading: string, options: SandboxOptions]>([
  ['as it is', {}],
  ['that reads PUT as a replacement', { putMode: 'replace' }],
  ['that refuses to read locks without a configuration', { missingConfiguration: 'not-allowed' }],
  ['where locks outlive rules and matches', { releaseWhenUnmatched: false, locksOfDeletedRule: 'stay' }],
])('the sandbox %s', (_reading, options) => {
  contract(apiOf(createSandbox(options)));
});

const zoho = await startZoho();
const { credentials, endpoints } = zoho;
const before = ['Products', 'Leads'].map((module) => zoho.sandbox.org.records(module).length);
const run = { credentials, endpoints, values: {} };
afterAll(() => zoho.close());

describe('an org behind access tokens, in a module that the suite may configure', async () => {
  zoho.expireTokens();
  contract(await orgApi({ ...run, module: 'Products', allowConfiguration: true }));
});

describe('an org behind access tokens, with the configuration that is there', async () => {
  contract(
    await orgApi({
      ...run,
      module: 'Leads',
      values: { Company: 'Contract' },
      allowConfiguration: false,
    }),
  );
});

describe('the org after both runs', () => {
  it('is as it was before', () => {
    expect(zoho.sandbox.org.configurationOf('Products')).toBeUndefined();
    expect(['Products', 'Leads'].map((module) => zoho.sandbox.org.records(module).length)).toEqual(before);
  });
});

describe('the suite', () => {
  it('leaves nothing behind', async () => {
    const sandbox = createSandbox();
    const bench = workbench(apiOf(sandbox));
    const before = sandbox.org.records('Contacts').length;
    await bench.configure({ lock_type: 'manual' });
    await bench.lock(await bench.newRecord(), 'audit');
    await bench.cleanUp();
    expect(sandbox.org.configurationOf('Contacts')).toBeUndefined();
    expect(sandbox.org.records('Contacts')).toHaveLength(before);
  });

  it('unlocks its records where the configuration is not its own', async () => {
    const sandbox = createSandbox();
    const before = sandbox.org.records('Leads').length;
    const values = { Company: 'Contract' };
    const configuration = { found: 'manual' };
    const bench = workbench({ ...apiOf(sandbox), module: 'Leads', values, configuration });
    await bench.lock(await bench.newRecord(), 'audit');
    await bench.cleanUp();
    expect(sandbox.org.records('Leads')).toHaveLength(before);
  });

  it('takes away what it can and names what it cannot', async () => {
    const sandbox = createSandbox();
    const api = apiOf(sandbox);
    let stuck = '';
    const administrator: ContractApi['administrator'] = async (method, path, body) => {
      if (method === 'DELETE' && stuck && path.includes(stuck)) throw new Error('lost');
      return api.administrator(method, path, body);
    };
    const bench = workbench({ ...api, administrator });
    stuck = await bench.newRecord();
    const other = await bench.newRecord();
    await expect(bench.cleanUp()).rejects.toThrow(`please delete: the record ${stuck}`);
    expect(sandbox.org.record('Contacts', other)).toBeUndefined();
  });

  it('begins nothing where a configuration is', async () => {
    const bench = workbench({ ...apiOf(createSandbox()), module: 'Deals', nameField: 'Deal_Name' });
    await expect(bench.refuseToTouch()).rejects.toThrow('has a locking configuration already');
    await expect(orgApi({ ...run, module: 'Deals', allowConfiguration: true })).rejects.toThrow(
      'has a locking configuration already',
    );
    await expect(orgApi({ ...run, module: 'Nowhere', allowConfiguration: false })).rejects.toThrow(
      'no module Nowhere',
    );
  });

  it('works with fields that can be written', async () => {
    const api = caller(createSandbox(), 'admin');
    const fields = listOf(await api('GET', '/settings/fields?module=Deals'), 'fields');
    expect(pickFields(fields)).toMatchObject({
      nameField: 'Deal_Name',
      excludedField: 'Description',
      booleanField: 'Legal_Approved',
      multiField: { name: 'Regions' },
    });
    expect(pickFields([])).toBeUndefined();
  });
});

describe('patience with a busy org', () => {
  const countTo = (most: number, patience?: () => Promise<void>) => {
    let count = 0;
    return eventually(
      async () => ++count,
      (value) => value === most,
      patience,
    );
  };

  it('reads again until it is so, not for ever, and once where nothing is busy', async () => {
    expect(await countTo(4, async () => {})).toBe(4);
    expect(await countTo(99, async () => {})).toBe(15);
    expect(await countTo(4)).toBe(1);
  });
});

describe('the fence', () => {
  it.each([
    ['PUT', '/Contacts/2'],
    ['DELETE', '/Contacts/2'],
    ['DELETE', '/Contacts/1'],
    ['DELETE', '/Contacts?ids=2'],
    ['PUT', '/Contacts'],
    ['POST', '/Leads'],
    ['POST', '/Contacts/2/Locking_Information__s'],
    ['POST', '/Contacts/actions/mass_update'],
    ['POST', '/Contacts/own/actions/send_mail'],
    ['DELETE', '/Contacts/own/../2'],
    ['POST', '/settings/record_locking_configurations?module=Contacts'],
    ['DELETE', '/settings/record_locking_configurations/2?module=Contacts'],
    ['POST', '/settings/modules'],
  ])('throws %s %s back before it is sent', async (method, path) => {
    const sent: string[] = [];
    const details = { id: 'own' };
    const { call } = fence(
      async (verb) => {
        sent.push(verb);
        return { status: 201, body: { data: [{ code: 'SUCCESS', details }] } };
      },
      'Contacts',
      false,
    );
    await call('POST', '/Contacts', { data: [{}] });
    await call('PUT', '/Contacts/own', { data: [{}] });
    await expect(call(method, path, { data: [{}] })).rejects.toThrow('nothing was sent');
    expect(sent).toEqual(['POST', 'PUT']);
  });
});
