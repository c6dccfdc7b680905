// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { CrmRequest } from '../../../src/crm/transport';
import {
  button,
  checkbox,
  choose,
  click,
  createCrm,
  type Desk,
  isConfiguration,
  isOff,
  isWrite,
  lostAfter,
  lostBefore,
  readsOf,
  row,
  save,
  sitDown,
  status,
} from '../support/harness';

const KEY = 'record_locking_configurations';

const dialog = () => screen.getByRole('dialog');
const inside = () => within(dialog());
const inDialog = (name: string) => inside().getByRole('button', { name });
const said = () => dialog().textContent ?? '';
const writesTo =
  (module: string) =>
  (request: CrmRequest): boolean =>
    isWrite(request) && isConfiguration(request) && request.query?.module === module;
const configuration = (desk: Desk, module: string) => desk.crm.sandbox.org.configurationOf(module);

/** Opens a module and one of the dialogs; their file is loaded before, so that no test waits for it. */
const openDialog = async (module: string, name: string, options: Parameters<typeof sitDown>[0] = {}) => {
  await import('../../../src/settings/features/transfer/TransferDialog');
  const desk = await sitDown(options);
  await desk.open(module);
  await choose(desk, name);
  return desk;
};

/** Copies the leads' configuration, which has no rules, up to the review of the modules. */
const reviewCopy = async (...modules: readonly string[]) => {
  const desk = await openDialog('Leads', 'Copy to modules');
  for (const module of modules)
    click(inside().getByRole('checkbox', { name: new RegExp(`^${module}( |$)`) }));
  click(inDialog('Next'));
  await desk.quiet();
  return desk;
};
const copy = async (desk: Desk, count: number) => {
  click(inDialog(`Copy to ${count} module${count > 1 ? 's' : ''}`));
  await desk.quiet();
};
const result = (module: string) =>
  inside()
    .getAllByRole('listitem')
    .find((item) => item.textContent?.startsWith(module))?.textContent;

describe('copying to modules', () => {
  it('publishes what explains the locks there, too', async () => {
    await import('../../../src/settings/editing/publishing/publish-copy');
    const desk = await reviewCopy('Contacts');
    await copy(desk, 1);
    await vi.waitFor(async () => {
      await desk.quiet();
      const kept = desk.crm.sandbox.org.state.variables;
      const found = Object.values(kept).find(({ api_name }) => api_name === 'record_lock_Contacts');
      expect(JSON.parse(String(found?.value))).toMatchObject({ module: 'Contacts' });
    });
  });

  it('names what a module lacks, and writes what was looked over', async () => {
    const desk = await reviewCopy('Contacts', 'Vendors');
    const contacts = inside().getByRole('region', { name: 'Contacts' });
    expect(contacts.textContent).toContain('Convert (action) isn’t available there.');
    expect(desk.writes()).toEqual([]);
    await copy(desk, 2);
    expect(said()).toContain('2 of 2 modules now have the configuration.');
    expect(configuration(desk, 'Contacts')?.restricted_actions).toEqual([
      'update',
      'delete',
      'change_owner',
      'tags',
    ]);
    expect(desk.mostAtOnce()).toBeLessThanOrEqual(3);
    click(inDialog('Close'));
    expect(row('Vendors')).toBe('Vendors Manual');
  });

  it('writes only to the modules that are left ticked', async () => {
    const desk = await reviewCopy('Contacts', 'Vendors');
    click(inside().getByRole('checkbox', { name: 'Copy to Vendors' }));
    await copy(desk, 1);
    expect(desk.writes()).toHaveLength(1);
    expect(configuration(desk, 'Vendors')).toBeUndefined();
  });

  it('goes on after a refusal, says why, and tries only that one again', async () => {
    const desk = await reviewCopy('Contacts', 'Vendors');
    desk.meet(writesTo('Contacts'), async () => ({
      status: 400,
      body: { [KEY]: [{ status: 'error', code: 'LIMIT_EXCEEDED', message: 'too much of it', details: {} }] },
    }));
    await copy(desk, 2);
    expect(result('Contacts')).toContain('Not saved. Zoho CRM didn’t accept this: “too much of it”');
    expect(result('Vendors')).toContain('Saved');
    click(inDialog('Try 1 module again'));
    await desk.quiet();
    expect(result('Contacts')).toBe('Contacts Saved');
    expect(desk.writes()).toHaveLength(2);
  });

  it('overwrites nothing that somebody else saved since, and shows the new review first', async () => {
    const desk = await reviewCopy('Quotes', 'Vendors');
    const found = configuration(desk, 'Quotes');
    if (!found) throw new Error('no configuration');
    desk.crm.sandbox.org.state.configurations.Quotes = { ...found, lock_for_portal_users: false };
    await copy(desk, 2);
    expect(result('Quotes')).toContain('Nothing was overwritten');
    expect(configuration(desk, 'Quotes')?.lock_for_portal_users).toBe(false);
    expect(result('Vendors')).toContain('Saved');
    click(inDialog('Try 1 module again'));
    await desk.quiet();
    expect(inside().getAllByRole('region')).toHaveLength(1);
    await copy(desk, 1);
    expect(result('Quotes')).toBe('Quotes Saved');
    expect(configuration(desk, 'Quotes')).toMatchObject({ lock_type: 'manual', lock_for_portal_users: true });
  });

  it('reads again where the answer got lost, and says what is', async () => {
    const desk = await reviewCopy('Contacts', 'Vendors', 'Cases');
    desk.meet(writesTo('Contacts'), lostAfter.timeout);
    desk.meet(writesTo('Cases'), lostBefore.timeout);
    await copy(desk, 3);
    expect(result('Contacts')).toBe('Contacts Saved');
    expect(result('Cases')).toContain('Not saved. The reply was lost');
    click(inDialog('Try 1 module again'));
    await desk.quiet();
    expect(said()).toContain('3 of 3 modules');
  });

  it('leaves the outcome open where reading again fails too, and sends nothing twice', async () => {
    const desk = await reviewCopy('Contacts');
    desk.meet(writesTo('Contacts'), async (act) => {
      desk.meet(readsOf('Contacts'), lostBefore.timeout);
      return lostAfter.timeout(act);
    });
    await copy(desk, 1);
    expect(result('Contacts')).toContain('We couldn’t confirm that this was saved');
    click(inDialog('Try 1 module again'));
    await desk.quiet();
    expect(result('Contacts')).toBe('Contacts Saved');
    expect(desk.writes()).toHaveLength(1);
  });

  it('reads a module again that could not be read, and cannot write it before', async () => {
    const desk = await openDialog('Leads', 'Copy to modules');
    click(inside().getByRole('checkbox', { name: /^Contacts/ }));
    desk.meet(readsOf('Contacts'), lostBefore.timeout);
    click(inDialog('Next'));
    await desk.quiet();
    expect(isOff(inDialog('Copy'))).toBe(true);
    click(inDialog('Retry'));
    await desk.quiet();
    expect(isOff(inDialog('Copy to 1 module'))).toBe(false);
  });

  it('offers no module that Zoho CRM manages, and takes what is saved', async () => {
    await openDialog('Leads', 'Copy to modules');
    expect(inside().queryByRole('checkbox', { name: /^Leads/ })).toBeNull();
    expect(inside().getByRole<HTMLInputElement>('checkbox', { name: /^Accounts/ }).disabled).toBe(true);
  });
});

describe('exporting', () => {
  const text = () => inside().getByRole<HTMLTextAreaElement>('textbox').value;

  it('shows what is saved, with names, and says that changes are not in it', async () => {
    const desk = await openDialog('Deals', 'Export');
    expect(said()).not.toContain('unsaved');
    click(inDialog('Close'));
    click(checkbox('Tags'));
    await choose(desk, 'Export');
    expect(said()).toContain('It doesn’t include your unsaved changes.');
    expect(JSON.parse(text())).toMatchObject({
      version: 1,
      exported: '2026-11-09T12:00:00.000Z',
      module: { api_name: 'Deals', label: 'Deals' },
      configuration: { restricted_actions: ['update', 'delete', 'change_owner'] },
    });
  });

  it('selects the text where it may not be copied', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('blocked')) } });
    Object.assign(document, { execCommand: () => false });
    const desk = await openDialog('Deals', 'Export');
    click(inDialog('Copy text'));
    await desk.quiet();
    expect(said()).toContain('The text is selected');
    const area = inside().getByRole<HTMLTextAreaElement>('textbox');
    expect(area.selectionEnd).toBe(area.value.length);
    vi.unstubAllGlobals();
  });

  it('is not offered where nothing is saved; importing is', async () => {
    const desk = await sitDown();
    await desk.open('Contacts');
    click(button('More'));
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Copy to modules' })).toBeNull();
    expect(button('Import')).toBeDefined();
    await desk.open('Accounts');
    click(button('More'));
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
    expect(button('Copy to modules')).toBeDefined();
  });
});

describe('importing', () => {
  const give = (text: string) => {
    fireEvent.input(inside().getByRole('textbox', { name: 'File contents' }), {
      target: { value: text },
    });
    click(inDialog('Check'));
  };
  /** The text that exporting the deals' configuration gives. */
  const exported = async (): Promise<string> => {
    await openDialog('Deals', 'Export');
    return inside().getByRole<HTMLTextAreaElement>('textbox').value;
  };

  it.each([
    ['{\n  "a": ]', 'This isn’t valid JSON. Line 2, column 8.'],
    ['{}', 'Record Lock didn’t export this file. At $.format.'],
    [
      '{"format":"record-lock-configuration","version":9}',
      'newer version of Record Lock made this file. Update',
    ],
    [
      '{"format":"record-lock-configuration","version":1,"module":{"api_name":"A"},"configuration":{"lock_type":"both","locking_rules":[{},{"name":7}]}}',
      'At $.configuration.locking_rules[1].name.',
    ],
    ['{"__proto__":{}}', 'The file contains a key that isn’t allowed. At $.__proto__.'],
    [' '.repeat(1_000_001).concat('1'), 'The file is too large. The limit is 1,000,000 characters.'],
  ])('refuses %.30s and says where', async (text, sentence) => {
    await openDialog('Deals', 'Import');
    give(text);
    expect(said()).toContain(sentence);
    expect(inside().getByRole<HTMLTextAreaElement>('textbox').value).toBe(text);
  });

  it('takes a file as unsaved changes, which can be discarded', async () => {
    const text = await exported();
    const desk = await openDialog('Contacts', 'Import');
    give(text);
    await desk.quiet();
    expect(said()).toContain('Next Step (field) isn’t there.');
    expect(said()).toContain('1 rule is left out');
    click(inDialog('Load into editor'));
    await desk.quiet();
    expect(status()).toBe('Imported, not saved yet');
    expect(screen.getByText(/2 items had no match and were left out/)).toBeDefined();
    expect(checkbox('Delete').checked).toBe(true);
    expect(desk.writes()).toEqual([]);
    click(button('Discard changes'));
    expect(checkbox('Delete').checked).toBe(false);
  });

  it('of what is saved already says that there is nothing to save', async () => {
    const text = await exported();
    const desk = await openDialog('Deals', 'Import');
    give(text);
    await desk.quiet();
    click(inDialog('Load into editor'));
    await desk.quiet();
    expect(status()).toBe('');
    expect(screen.getByRole('region', { name: 'Notice' }).textContent).toContain('There is nothing to save');
    expect(isOff(button('Save changes'))).toBe(true);
  });

  it('takes a file again that was corrected under the same name', async () => {
    const desk = await openDialog('Contacts', 'Import');
    const input = inside().getByLabelText<HTMLInputElement>('File');
    const choose = async (text: string) => {
      Object.defineProperty(input, 'files', { value: [new File([text], 'a.json')], configurable: true });
      fireEvent.change(input);
      await desk.quiet();
    };
    await choose('{}');
    expect(said()).toContain('Record Lock didn’t export this file.');
    expect(input.value).toBe('');
    await choose('{');
    expect(said()).toContain('isn’t valid JSON');
  });

  it('asks before it replaces unsaved changes', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    click(checkbox('Tags'));
    await choose(desk, 'Import');
    click(inDialog('Keep my changes'));
    expect(checkbox('Tags').checked).toBe(true);
    await choose(desk, 'Import');
    click(inDialog('Replace my changes'));
    expect(inside().getByLabelText('File')).toBeDefined();
    expect(checkbox('Tags').checked).toBe(true);
  });

  it('finds people of another organisation by name', async () => {
    const crm = createCrm();
    const { org } = crm.sandbox;
    const who = org.user(org.catalogue.people[2]?.id ?? '');
    const text = JSON.stringify({
      format: 'record-lock-configuration',
      version: 1,
      module: { api_name: 'Deals' },
      configuration: {
        lock_type: 'automatic',
        locking_rules: [
          {
            name: 'Hers',
            criteria: {
              comparator: 'equal',
              field: { api_name: 'Owner' },
              value: { id: '77', name: who?.name },
            },
          },
        ],
      },
    });
    const desk = await openDialog('Deals', 'Import', { crm });
    give(text);
    await desk.quiet();
    click(inDialog('Load into editor'));
    await save(desk);
    expect(configuration(desk, 'Deals')?.locking_rules).toMatchObject([
      { name: 'Hers', criteria: { value: { id: who?.id, name: who?.name } } },
    ]);
  });
});
