// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { CrmReply } from '../../../src/crm/transport';
import { CALLS_AT_ONCE } from '../../../src/settings/editing/page-store';
import {
  button,
  click,
  createCrm,
  fakeMemory,
  link,
  lostBefore,
  modules,
  readsOf,
  row,
  sitDown,
} from '../support/harness';

describe('the list of modules', () => {
  it('says of every module that can be locked how it is locked', async () => {
    await sitDown();
    expect(row('Contacts')).toBe('Contacts Off');
    expect(row('Leads')).toBe('Leads Manual');
    expect(row('Invoices')).toBe('Invoices 1 rule');
    expect(row('Deals')).toBe('Deals Manual + 1 rule');
    expect(row('Accounts')).toBe('Accounts Managed by Zoho');
  });

  it('is walked with the arrow keys, and Enter in the search opens the first module found', async () => {
    const desk = await sitDown();
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search modules' });
    fireEvent.input(search, { target: { value: 'quo' } });
    expect(modules().textContent).toContain('1 module');
    expect(modules().textContent).not.toContain('15 modules');
    search.focus();
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(link('Quotes'));
    fireEvent.keyDown(link('Quotes'), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(search);
    fireEvent.keyDown(search, { key: 'Enter' });
    await desk.quiet();
    expect(desk.shown()?.current).toBe('Quotes');
  });

  it('has the modules that users made, and sets apart, with the reason, what cannot be locked', async () => {
    await sitDown();
    expect(row('Site Visits')).toBe('Site Visits Off');
    expect(within(modules()).queryByRole('link', { name: /Shipments|Campaigns|Calls/ })).toBeNull();
    const apart = within(modules()).getByText('3 modules can’t be locked').closest('details');
    expect(apart?.textContent).toMatch(/Shipments.*Made by an extension/);
    expect(apart?.textContent).toMatch(/Campaigns.*Zoho CRM can’t lock it/);
    expect(modules().textContent).not.toContain('Deals X Products');
  });

  it('tries a module of which nothing tells whether it can be locked, and believes the answer', async () => {
    const kindless = async (act: () => Promise<CrmReply>) =>
      JSON.parse(JSON.stringify(await act()).replaceAll(/"generated_type":"\w+",/g, ''));
    const crm = createCrm({ featureModules: 'ignored' });
    await sitDown({ crm, faults: [[({ path }) => path.endsWith('/modules'), kindless]] });
    expect(row('Site Visits')).toBe('Site Visits Off');
    expect(within(modules()).queryByRole('link', { name: /Campaigns|Calls|Shipments/ })).toBeNull();
    expect(
      within(modules())
        .getByText(/can’t be locked/)
        .closest('details')?.textContent,
    ).toContain('Calls');
  });

  it('reads one configuration for each of them, a few at a time', async () => {
    const desk = await sitDown();
    const reads = desk.calls.filter(
      (call) => call.includes('record_locking_configurations') && !call.includes('__'),
    );
    expect(reads).toHaveLength(15);
    expect(desk.mostAtOnce()).toBe(CALLS_AT_ONCE);
  });

  it('is searched by label and by API name', async () => {
    await sitDown();
    const search = within(modules()).getByRole('searchbox', { name: 'Search modules' });
    fireEvent.input(search, { target: { value: 'price_b' } });
    expect(
      within(modules())
        .getAllByRole('link')
        .map((one) => one.textContent),
    ).toEqual(['Price Books Off']);
    fireEvent.input(search, { target: { value: 'zzz' } });
    expect(within(modules()).queryByRole('link')).toBeNull();
    expect(modules().textContent).toContain('No module matches “zzz”.');
  });

  it('shows the failure of one module at that module alone, and reads it again when asked', async () => {
    const desk = await sitDown({ faults: [[readsOf('Quotes'), lostBefore['a 500']]] });
    expect(row('Quotes')).toBe('Quotes');
    expect(row('Deals')).toBe('Deals Manual + 1 rule');
    click(button('Retry reading Quotes'));
    await desk.quiet();
    expect(row('Quotes')).toBe('Quotes Manual + 1 rule');
  });

  it('shows how far it has come', async () => {
    const desk = await sitDown();
    expect(modules().textContent).toContain('15 modules');
    let goOn = () => {};
    desk.meet(readsOf('Quotes'), async (act) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return act();
    });
    desk.page.commands.readStatus('Quotes');
    await vi.waitFor(() => expect(modules().textContent).toContain('14 of 15 modules read'));
    expect(within(modules()).getByRole('progressbar', { name: 'Reading modules' })).toBeTruthy();
    goOn();
    await desk.quiet();
    expect(within(modules()).queryByRole('progressbar')).toBeNull();
  });
});

describe('which module is open', () => {
  it('is none at first: the overview of all is shown, and again when it is asked for', async () => {
    const memory = fakeMemory();
    const desk = await sitDown({ memory });
    expect(screen.getByRole('table', { name: 'Modules' })).toBeTruthy();
    await desk.open('Deals');
    expect(link('Deals').getAttribute('aria-current')).toBe('page');
    expect(screen.queryByRole('table', { name: 'Modules' })).toBeNull();
    await desk.open('All modules');
    expect(screen.getByRole('table', { name: 'Modules' })).toBeTruthy();
    await desk.open('Deals');
    await sitDown({ memory });
    expect(screen.getByRole('table', { name: 'Modules' })).toBeTruthy();
  });

  it('is the same after a reload that the page itself asked for, once', async () => {
    const memory = fakeMemory();
    memory.set('module', 'Deals');
    await sitDown({ memory });
    expect(screen.getByRole('heading', { level: 1, name: 'Deals' })).toBeTruthy();
    await sitDown({ memory });
    expect(screen.getByRole('table', { name: 'Modules' })).toBeTruthy();
  });

  it('is the one that the host names, whatever was last', async () => {
    const memory = fakeMemory();
    memory.set('module', 'Deals');
    await sitDown({ memory, module: 'Quotes' });
    expect(screen.getByRole('heading', { level: 1, name: 'Quotes' })).toBeTruthy();
  });

  it('is none when the remembered one cannot be locked or does not exist', async () => {
    for (const remembered of ['Campaigns', 'Gone', 7]) {
      const memory = fakeMemory();
      memory.set('module', remembered);
      await sitDown({ memory });
      expect(link('Deals').getAttribute('aria-current')).toBeNull();
    }
  });
});

describe('who may not', () => {
  it('reads which right is missing and whom to ask, and nothing more is asked of the CRM', async () => {
    const desk = await sitDown({ user: 'sales' });
    expect(screen.getByRole('heading').textContent).toBe('Only administrators can configure locking');
    expect(screen.getByRole('main').textContent).toContain(
      'lacks the permission “Customize Zoho CRM”. Ask an administrator',
    );
    const before = desk.calls.length;
    expect(before).toBeLessThanOrEqual(2 + CALLS_AT_ONCE);
    await desk.quiet();
    expect(desk.calls).toHaveLength(before);
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('reads that the edition has no record locking', async () => {
    await sitDown({ crm: createCrm({ edition: 'without-locking' }) });
    expect(screen.getByRole('heading').textContent).toBe('Your edition has no record locking');
  });

  it('can try again when the modules could not be read', async () => {
    const desk = await sitDown({ faults: [[({ path }) => path.endsWith('/modules'), lostBefore.offline]] });
    expect(screen.getByRole('heading').textContent).toBe('Couldn’t read the modules');
    expect(screen.getByRole('main').textContent).toContain('You seem to be offline');
    click(button('Retry'));
    await desk.quiet();
    expect(row('Deals')).toBe('Deals Manual + 1 rule');
  });
});
