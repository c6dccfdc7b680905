// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { button, click, createCrm, isOff, sitDown, status } from '../support/harness';

const starts = () => screen.getByRole('region', { name: 'Start from' });
const names = () =>
  within(starts())
    .getAllByRole('button')
    .map((one) => one.querySelector('b')?.textContent);

describe('a module without a configuration', () => {
  it('offers places to begin from, each with a sentence and how many records it matches', async () => {
    const crm = createCrm();
    delete crm.sandbox.org.state.configurations.Invoices;
    const desk = await sitDown({ crm, module: 'Invoices' });
    expect(names()).toEqual(['Paid or cancelled invoices', 'Manual only', 'Manual, except administrators']);
    expect(starts().textContent).toMatch(/Locks records when .* is .*Paid.*\d+ records? match/);
    expect(desk.writes()).toEqual([]);
  });

  it('loads one as a draft, which is saved like any other', async () => {
    const crm = createCrm();
    delete crm.sandbox.org.state.configurations.Deals;
    const desk = await sitDown({ crm, module: 'Deals' });
    expect(names().slice(0, 2)).toEqual(['Closed deals', 'Won deals only']);
    click(within(starts()).getByRole('button', { name: /^Closed deals/ }));
    await desk.quiet();
    expect(screen.getByRole('region', { name: 'Rule Closed deals' }).textContent).toContain('Stage is');
    expect(desk.writes()).toEqual([]);
    expect(isOff(button('Turn on locking'))).toBe(false);
    click(button('Turn on locking'));
    await desk.quiet();
    click(button('Save'));
    await desk.quiet();
    expect(status()).toBe('Saved');
    expect(crm.sandbox.org.configurationOf('Deals')?.locking_rules?.[0]?.name).toBe('Closed deals');
    expect(screen.queryByRole('region', { name: 'Start from' })).toBeNull();
  });

  it('is what these are for: one that has a configuration offers none', async () => {
    await sitDown({ module: 'Deals' });
    expect(screen.queryByRole('region', { name: 'Start from' })).toBeNull();
  });
});
