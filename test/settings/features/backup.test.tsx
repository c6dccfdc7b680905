// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { button, click, createCrm, type Desk, lostBefore, readsOf, sitDown } from '../support/harness';

const dialog = (name: string) => screen.getByRole('dialog', { name });
const press = (name: string | RegExp) =>
  click(within(screen.getByRole('dialog')).getByRole('button', { name }));

/** The text of the file that "Back up" offers. */
async function backUp(desk: Desk): Promise<string> {
  click(button('Back up'));
  await desk.quiet();
  const text = within(dialog('Back up')).getByRole<HTMLTextAreaElement>('textbox').value;
  press('Close');
  return text;
}

/** Opens "Restore" with this text, up to the choice of modules. */
async function openFile(desk: Desk, text: string): Promise<void> {
  click(button('Restore'));
  await desk.quiet();
  fireEvent.input(within(dialog('Restore')).getByRole('textbox'), { target: { value: text } });
  press('Check');
  await desk.quiet();
}

describe('backing up', () => {
  it('puts the configurations of all modules into one file', async () => {
    const desk = await sitDown();
    const { modules } = JSON.parse(await backUp(desk));
    const { org } = desk.crm.sandbox;
    const configured = org.catalogue.modules.filter(({ api_name }) => org.configurationOf(api_name));
    expect(modules.map((one: { module: { api_name: string } }) => one.module.api_name).sort()).toEqual(
      configured.map(({ api_name }) => api_name).sort(),
    );
  });

  it('says which modules could not be read', async () => {
    const desk = await sitDown();
    desk.meet(readsOf('Quotes'), lostBefore.timeout);
    click(button('Back up'));
    await desk.quiet();
    expect(dialog('Back up').textContent).toContain(
      'Not in the file, because they couldn’t be read: Quotes.',
    );
  });
});

describe('restoring', () => {
  it('gives the chosen modules of the other organisation their configurations, each after a review', async () => {
    const text = await backUp(await sitDown());
    const crm = createCrm({ orgKey: 'other' });
    for (const module of ['Deals', 'Leads', 'Invoices']) delete crm.sandbox.org.state.configurations[module];
    const desk = await sitDown({ crm });
    await openFile(desk, text);
    for (const module of ['Deals', 'Leads']) click(screen.getByRole('checkbox', { name: module }));
    press('Review');
    await desk.quiet();
    expect(desk.writes()).toEqual([]);
    expect(dialog('Restore').textContent).toContain('This is what the 2 modules get.');
    // The profile has another name here, so somebody has to say which one it is.
    expect(dialog('Restore').textContent).toContain('Choose at least one profile, or lock for everyone.');
    const profile = within(dialog('Restore')).getByRole('combobox', { name: /^Contracts/ });
    const option = within(profile).getByRole<HTMLOptionElement>('option', { name: 'Contract Management' });
    fireEvent.change(profile, { target: { value: option.value } });
    press('Restore 2 modules');
    await desk.quiet();
    expect(dialog('Restore').textContent).toContain('2 of 2 modules now have the configuration.');
    expect(crm.sandbox.org.configurationOf('Deals')?.locking_rules).toHaveLength(1);
    expect(crm.sandbox.org.configurationOf('Leads')?.lock_type).toBe('manual');
    expect(crm.sandbox.org.configurationOf('Invoices')).toBeUndefined();
    press('Close');
    const row = within(screen.getByRole('table', { name: 'Modules' }))
      .getByRole('rowheader', { name: 'Deals' })
      .closest('tr');
    expect(row?.textContent).toContain('rule');
  });

  it('refuses what is no backup, and says where', async () => {
    const desk = await sitDown();
    await openFile(desk, '{"format":"record-lock-backup","version":1}');
    expect(dialog('Restore').textContent).toContain('Something is missing from the file.');
  });
});
