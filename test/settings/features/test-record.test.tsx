// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { landmarks } from '../../sandbox/data/landmarks';
import { button, checkbox, click, combobox, type Desk, lostBefore, sitDown } from '../support/harness';

const known = landmarks();
const result = () => screen.getByRole('region', { name: 'Test result' });
const said = () => result().textContent?.replace(/\s+/g, ' ') ?? '';

/** Pastes an id into the field and takes the record. */
async function tryRecord(desk: Desk, id: string): Promise<void> {
  if (!screen.queryByRole('combobox', { name: 'Record' })) click(button('Test a record'));
  await desk.quiet();
  const field = combobox('Record');
  fireEvent.focus(field);
  fireEvent.input(field, { target: { value: id } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await desk.quiet();
}

describe('a record tried on the draft', () => {
  it('shows each condition beside its own value, and says in words what would become of it', async () => {
    const desk = await sitDown({ module: 'Deals' });
    await tryRecord(desk, known.openDeal);
    expect(said()).toContain('Would not be locked.');
    expect(said()).toContain('It is unlocked now.');
    expect(said()).toMatch(/not met.*Stage is/);
    const { org } = desk.crm.sandbox;
    expect(said()).toContain(String(org.record('Deals', known.openDeal)?.Stage));
    expect(desk.writes()).toEqual([]);
  });

  it('says which rule would lock it', async () => {
    const desk = await sitDown({ module: 'Deals' });
    const { org } = desk.crm.sandbox;
    const [id] = org.locksOf('Deals').find(([, lock]) => lock.source === 'Automatic') ?? [''];
    await tryRecord(desk, id);
    const name = org.configurationOf('Deals')?.locking_rules?.[0]?.name;
    expect(said()).toContain(`Would be locked by “${name}”.`);
    expect(said()).toContain('It is locked now.');
  });

  it('follows the draft without asking the CRM again', async () => {
    const desk = await sitDown({ module: 'Deals' });
    await tryRecord(desk, known.openDeal);
    const calls = desk.calls.length;
    click(screen.getByRole('radio', { name: 'Manual' }));
    expect(said()).toContain('Would not be locked: there are no rules.');
    expect(desk.calls).toHaveLength(calls);
  });

  it('says that a record cannot be read, and reads it again when asked', async () => {
    const desk = await sitDown({ module: 'Deals' });
    desk.meet(({ path }) => path.endsWith(known.openDeal), lostBefore.timeout);
    await tryRecord(desk, known.openDeal);
    expect(screen.queryByRole('region', { name: 'Test result' })).toBeNull();
    click(within(screen.getByRole('main')).getByRole('button', { name: 'Retry' }));
    await desk.quiet();
    expect(said()).toContain('Would not be locked.');
  });

  it('comes with a table of who could do what, which follows the draft', async () => {
    const desk = await sitDown({ module: 'Deals' });
    await tryRecord(desk, known.openDeal);
    const table = screen.getByRole('table', { name: 'Who can do what' });
    const heads = within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    expect(heads.slice(0, 4)).toEqual(['Profile', 'Edit', 'Delete', 'Change owner']);
    const standard = () =>
      within(within(table).getByRole('rowheader', { name: 'Standard' }).closest('tr') ?? table)
        .getAllByRole('cell')
        .map((cell) => cell.textContent);
    expect(standard()[0]).toBe('Blocked');
    const tags = heads.indexOf('Tags') - 1;
    const before = standard()[tags];
    click(checkbox('Tags'));
    expect(standard()[tags]).not.toBe(before);
  });
});
