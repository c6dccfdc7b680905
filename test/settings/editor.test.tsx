// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { CrmReply } from '../../src/crm/transport';
import {
  button,
  checkbox,
  click,
  combobox,
  createCrm,
  description,
  isOff,
  pick,
  radio,
  refused,
  save,
  sitDown,
  status,
} from './support/harness';

const heading = (name: string) => screen.getByRole('heading', { name });
const main = () => screen.getByRole('main');
/** What stands as chosen before a combobox. */
const tokens = (name: string) =>
  [...(combobox(name).closest('.tokens')?.querySelectorAll('li bdi') ?? [])].map((one) => one.textContent);
const options = (name: string) => {
  fireEvent.focus(combobox(name));
  fireEvent.click(combobox(name));
  return screen.getAllByRole('option');
};
const answering = (reply: CrmReply) => async () => reply;

describe('a configuration that exists', () => {
  it('says how records get locked and who changed it last', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    expect(heading('Deals').nextElementSibling?.textContent).toMatch(
      /^Manual locks and 1 rule. Changed by John Smith, \w+ \d+, \d{4}/,
    );
  });

  it('shows every setting as it is', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    expect(radio('Both').checked).toBe(true);
    expect(radio('Everyone except some profiles').checked).toBe(true);
    expect(tokens('Exempt profiles')).toEqual(['Contracts']);
    expect(checkbox('Portal users').checked).toBe(true);
    const blocked = within(screen.getByRole('group', { name: 'Blocked actions' }));
    const checked = (name: string) => blocked.getByRole<HTMLInputElement>('checkbox', { name }).checked;
    expect(['Edit', 'Delete', 'Change owner', 'Tags', 'Send mail'].map(checked)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(tokens('Editable fields')).toEqual(['Description', 'Next Step']);
    expect(tokens('Blocked buttons')).toEqual([]);
    expect(screen.getByRole('region', { name: 'Rule Closed Won' })).toBeTruthy();
  });

  it('shows that editing is always blocked, and conversion for leads only', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    expect(checkbox('Edit').disabled).toBe(true);
    expect(description(checkbox('Edit'))).toBe('Editing is always blocked.');
    expect(screen.queryByRole('checkbox', { name: 'Convert' })).toBeNull();
    await desk.open('Leads');
    expect(checkbox('Convert').checked).toBe(true);
  });

  it('counts changes, and taking them back is none', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    expect(isOff(button('Save changes'))).toBe(true);
    expect(isOff(button('Discard changes'))).toBe(true);
    click(checkbox('Tags'));
    click(checkbox('Send mail'));
    expect(screen.getByRole('contentinfo').textContent).toContain('2 changes');
    click(checkbox('Tags'));
    expect(screen.getByRole('contentinfo').textContent).toContain('1 change');
    click(checkbox('Send mail'));
    expect(screen.getByRole('contentinfo').textContent).not.toContain('change ');
    expect(isOff(button('Save changes'))).toBe(true);
  });

  it('keeps the exempt profiles while everyone is locked out for a moment', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    pick(combobox('Exempt profiles'), 'Sales');
    const chosen = tokens('Exempt profiles');
    expect(chosen.length).toBeGreaterThan(1);
    click(radio('Everyone'));
    expect(screen.queryByRole('combobox', { name: 'Exempt profiles' })).toBeNull();
    click(radio('Everyone except some profiles'));
    expect(tokens('Exempt profiles')).toEqual(chosen);
  });

  it('is as before after discarding', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    click(radio('Everyone'));
    pick(combobox('Editable fields'), 'Amount');
    click(button('Discard changes'));
    expect(radio('Everyone except some profiles').checked).toBe(true);
    expect(tokens('Editable fields')).toEqual(['Description', 'Next Step']);
    expect(status()).toBe('Changes discarded');
  });

  it('of Zoho itself can be read, not edited', async () => {
    const desk = await sitDown();
    await desk.open('Accounts');
    expect(main().textContent).toContain('Zoho CRM manages this configuration.');
    for (const name of ['Manual', 'Automatic', 'Both', 'Everyone']) expect(radio(name).disabled).toBe(true);
    for (const name of ['Delete', 'Tags', 'Portal users']) expect(checkbox(name).disabled).toBe(true);
    for (const name of ['Editable fields', 'Blocked buttons']) expect(combobox(name).disabled).toBe(true);
    expect(screen.queryByRole('button', { name: /Save changes|Delete configuration|Add rule/ })).toBeNull();
  });

  it('keeps and shows what this version does not know', async () => {
    const crm = createCrm();
    const deals = crm.sandbox.org.state.configurations.Deals;
    const odd = {
      lock_type: 'scheduled',
      restricted_actions: ['update', 'merge'],
      locked_for: { roles: ['1'] },
    };
    if (deals) crm.sandbox.org.state.configurations.Deals = { ...deals, ...(odd as object) };
    const desk = await sitDown({ crm });
    await desk.open('Deals');
    expect(radio('scheduled').checked).toBe(true);
    expect(checkbox('merge').checked).toBe(true);
    expect(main().textContent).toContain('{"roles":["1"]}');
  });
});

describe('the lock type', () => {
  it('says which rules go when people alone are to lock, and that they can be kept', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    const type = screen.getByRole('radiogroup', { name: 'Lock type' });
    expect(within(type).getAllByRole('radio')).toHaveLength(3);
    expect(description(radio('Automatic'))).toContain('Rules lock records when they match.');
    click(radio('Manual'));
    expect(main().textContent).toContain('Saving deletes this rule: Closed Won.');
    expect(screen.queryByRole('region', { name: 'Rule Closed Won' })).toBeNull();
    click(radio('Both'));
    expect(main().textContent).not.toContain('Saving deletes');
    expect(screen.getByRole('region', { name: 'Rule Closed Won' })).toBeTruthy();
  });
});

describe('what is chosen from many', () => {
  it('marks a field and a profile that are no longer there', async () => {
    const crm = createCrm();
    const { Deals } = crm.sandbox.org.state.configurations;
    if (Deals)
      crm.sandbox.org.state.configurations.Deals = {
        ...Deals,
        excluded_fields: [{ api_name: 'Old_Field', id: '1' }],
        lock_excluded_profiles: [{ id: '2', name: 'Interns' }],
      };
    await (await sitDown({ crm })).open('Deals');
    expect(tokens('Editable fields')).toEqual(['Old Field (no longer in the list)']);
    expect(tokens('Exempt profiles')).toEqual(['Interns (no longer in the list)']);
  });

  it('counts against the limit only when that is nearly reached', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    const text = () => heading('Editable fields').parentElement?.textContent;
    expect(text()).toBe('Editable fields');
    const crm = createCrm();
    const { Deals } = crm.sandbox.org.state.configurations;
    const fields = Array.from({ length: 13 }, (_, i) => ({ api_name: `Field_${i}`, id: `${i}` }));
    if (Deals) crm.sandbox.org.state.configurations.Deals = { ...Deals, excluded_fields: fields };
    await (await sitDown({ crm })).open('Deals');
    expect(text()).toContain('13 of 15');
  });

  it('says why a field cannot stay editable, and does not take it', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    for (const [name, why] of [
      ['Tag', 'Tags can’t stay editable'],
      ['Owner', 'The owner can’t stay editable'],
      ['Created Time', 'Read-only field'],
    ] as const) {
      fireEvent.input(combobox('Editable fields'), { target: { value: name } });
      const option = screen.getAllByRole('option').find((one) => one.textContent?.startsWith(name));
      expect(option?.textContent).toContain(why);
      expect(option?.getAttribute('aria-disabled')).toBe('true');
      if (option) click(option);
      expect(tokens('Editable fields')).not.toContain(name);
    }
  });

  it('finds a field by its API name too', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    pick(combobox('Editable fields'), 'closing_d');
    expect(tokens('Editable fields')).toEqual(['Description', 'Next Step', 'Closing Date']);
  });

  it('offers the module’s buttons and all profiles', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    expect(options('Blocked buttons').map((one) => one.textContent)).toContain('Send Contract');
    pick(combobox('Blocked buttons'), 'Send C');
    expect(tokens('Blocked buttons')).toEqual(['Send Contract']);
    pick(combobox('Exempt profiles'), 'Sales');
    expect(tokens('Exempt profiles')).toHaveLength(2);
  });

  it('says plainly where the CRM does not list its buttons, and keeps those that are blocked', async () => {
    const crm = createCrm({ customButtons: 'missing' });
    const known = crm.sandbox.org.catalogue.buttons.find((one) => one.module === 'Deals');
    const deals = crm.sandbox.org.state.configurations.Deals;
    if (deals && known)
      crm.sandbox.org.state.configurations.Deals = {
        ...deals,
        restricted_custom_buttons: [{ id: known.id, name: known.name }],
      };
    const desk = await sitDown({ crm });
    await desk.open('Deals');
    expect(main().textContent).toContain('Zoho CRM doesn’t list this module’s buttons.');
    expect(tokens('Blocked buttons')).toEqual(['Send Contract']);
    click(button('Remove Send Contract'));
    expect(tokens('Blocked buttons')).toEqual([]);
  });

  it('goes on without fields or profiles, and reads them again when asked', async () => {
    const desk = await sitDown();
    desk.meet(({ path }) => path.endsWith('/settings/fields'), refused.rateLimited);
    desk.meet(({ path }) => path.endsWith('/settings/profiles'), refused.rateLimited);
    await desk.open('Deals');
    expect(main().textContent).toContain('Couldn’t read the fields.');
    expect(tokens('Editable fields')).toEqual(['Description', 'Next Step']);
    expect(main().textContent).toContain('Couldn’t read the profiles.');
    for (const retry of screen.getAllByRole('button', { name: 'Retry' })) click(retry);
    await desk.quiet();
    expect(main().textContent).not.toContain('Couldn’t read');
    pick(combobox('Editable fields'), 'Amount');
    expect(tokens('Editable fields')).toContain('Amount');
  });
});

describe('a module without a configuration', () => {
  it('starts with Zoho’s defaults, which can be saved as they are', async () => {
    const desk = await sitDown();
    await desk.open('Contacts');
    expect(heading('Contacts').nextElementSibling?.textContent).toContain('can’t be locked yet');
    expect(radio('Manual').checked).toBe(true);
    expect(radio('Everyone').checked).toBe(true);
    expect(isOff(button('Turn on locking'))).toBe(false);
    click(button('More'));
    expect(screen.queryByRole('button', { name: 'Delete configuration' })).toBeNull();
    await save(desk);
    expect(status()).toBe('Saved');
    expect(desk.crm.sandbox.org.configurationOf('Contacts')?.lock_type).toBe('manual');
  });

  it('whose configuration could not be read is not taken for one without', async () => {
    const desk = await sitDown();
    desk.meet(
      ({ path, query }) => path.includes('record_locking_configurations') && query?.module === 'Contacts',
      answering({ status: 200, body: '<!doctype html>' }),
    );
    await desk.open('Contacts');
    expect(screen.queryByRole('radio')).toBeNull();
    click(button('Retry'));
    await desk.quiet();
    expect(radio('Manual').checked).toBe(true);
  });
});
