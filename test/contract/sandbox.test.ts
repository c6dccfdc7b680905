import { describe, expect, it } from 'vitest';
import { caller } from '../sandbox/api/client';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import { contract } from './suite';
import { workbench } from './workbench';

const apiOf = (sandbox: Sandbox) => ({
  administrator: caller(sandbox, 'admin'),
  user: caller(sandbox, 'sales'),
  withoutLock: caller(sandbox, 'viewer'),
  module: 'Contacts',
  nameField: 'Last_Name',
  textField: 'Title',
  excludedField: 'Description',
  unsupportedModule: 'Campaigns',
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

  it('begins nothing where a configuration is', async () => {
    const bench = workbench({ ...apiOf(createSandbox()), module: 'Deals', nameField: 'Deal_Name' });
    await expect(bench.refuseToTouch()).rejects.toThrow('has a locking configuration already');
  });
});
