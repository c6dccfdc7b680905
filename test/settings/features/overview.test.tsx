// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { CrmRequest } from '../../../src/crm/transport';
import { click, createCrm, link, lostBefore, readsOf, refused, sitDown, status } from '../support/harness';

const table = () => screen.getByRole('table', { name: 'Modules' });
const rowOf = (module: string): HTMLElement => {
  const row = within(table()).getByRole('rowheader', { name: module }).closest('tr');
  if (!row) throw new Error(`${module} has no row`);
  return row;
};
const cells = (module: string): string[] =>
  within(rowOf(module))
    .getAllByRole('cell')
    .map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const modulesInOrder = (): string[] =>
  within(table())
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent ?? '');
const countsOf =
  (module: string) =>
  ({ path, body }: CrmRequest): boolean =>
    path === '/crm/v8/coql' && JSON.stringify(body).includes(` from ${module} where Locked__s = true`);

describe('the overview', () => {
  it('says of every module how it locks, how many of its records are locked, and who changed that last', async () => {
    const { crm } = await sitDown();
    const names = within(table())
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    expect(names).toEqual(['Module', 'Locking', 'Locked now', 'Findings', 'Last change']);
    const [locking, locked, , changed] = cells('Deals');
    expect(locking).toContain('Manual + 1 rule');
    expect(locking).toContain('Also blocked');
    expect(locked).toBe(String(crm.sandbox.org.locksOf('Deals').length));
    expect(changed).toMatch(/^John Smith, /);
    expect(cells('Contacts').slice(0, 2)).toEqual(['Off', '–']);
    expect(cells('Accounts')[0]).toContain('Managed by Zoho');
    expect(modulesInOrder()).toHaveLength(15);
  });

  it('sums it up in one sentence, and says who says which modules there are', async () => {
    const { crm } = await sitDown();
    const { org } = crm.sandbox;
    const modules = org.catalogue.modules.filter(({ locking }) => locking).map(({ api_name }) => api_name);
    const locking = modules.filter((name) => org.configurationOf(name)).length;
    const records = modules.reduce((sum, name) => sum + org.locksOf(name).length, 0);
    const main = screen.getByRole('main').textContent;
    expect(main).toContain(`${locking} of 15 modules lock records. ${records} records are locked now.`);
    expect(main).toContain('Zoho CRM says which modules support locking.');
    for (const featureModules of ['refused', 'ignored'] as const) {
      await sitDown({ crm: createCrm({ featureModules }) });
      expect(modulesInOrder()).toHaveLength(15);
      expect(screen.getByRole('main').textContent).toContain('according to Zoho’s documentation');
    }
  });

  it('counts only where something may be locked, and not again when it comes back into sight', async () => {
    const desk = await sitDown();
    const counts = () =>
      desk.crm.sandbox.log.filter(({ requestBody }) =>
        /from \w+ where Locked__s = true"/.test(JSON.stringify(requestBody ?? null)),
      ).length;
    const before = counts();
    expect(before).toBe(modulesInOrder().filter((module) => cells(module)[0] !== 'Off').length);
    await desk.open('Contacts');
    await desk.open('All modules');
    expect(counts()).toBe(before);
    expect(desk.mostAtOnce()).toBeLessThanOrEqual(3);
  });

  it('counts nothing for whoever came for one module', async () => {
    const desk = await sitDown({ module: 'Contacts' });
    expect(desk.calls).not.toContain('POST coql');
  });

  it('shows a failure at the module that it is about, and reads that again when asked', async () => {
    const desk = await sitDown({
      faults: [
        [readsOf('Quotes'), lostBefore['a 500']],
        [countsOf('Deals'), refused.noPermission],
      ],
    });
    expect(cells('Quotes')[0]).toContain('Couldn’t read');
    expect(cells('Deals')[1]).toContain('Couldn’t count');
    expect(screen.getByRole('main').textContent).toMatch(/At least \d+ records are locked now/);
    click(within(rowOf('Quotes')).getByRole('button', { name: /^Retry/ }));
    click(within(rowOf('Deals')).getByRole('button', { name: 'Count again' }));
    await desk.quiet();
    expect(cells('Quotes')[0]).toContain('rule');
    expect(cells('Deals')[1]).toBe(String(desk.crm.sandbox.org.locksOf('Deals').length));
  });

  it('sorts by a column, and the other way round when asked twice; what is unknown comes last', async () => {
    await sitDown();
    const press = (name: string) =>
      click(within(table()).getByRole('button', { name: new RegExp(`^${name}`) }));
    press('Locked now');
    const counts = modulesInOrder().map((module) => cells(module)[1]);
    const known = counts.filter((count) => count !== '–').map(Number);
    expect(known).toEqual([...known].sort((a, b) => b - a));
    expect(counts.slice(known.length).every((count) => count === '–')).toBe(true);
    expect(
      within(table())
        .getByRole('columnheader', { name: /Locked now/ })
        .getAttribute('aria-sort'),
    ).toBe('descending');
    press('Module');
    const names = modulesInOrder();
    expect(names).toEqual([...names].sort());
    press('Module');
    expect(modulesInOrder()).toEqual([...names].reverse());
  });

  it('shows the modules that a search leaves', async () => {
    await sitDown();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find a module' }), { target: { value: 'quo' } });
    expect(modulesInOrder()).toEqual(['Quotes']);
    fireEvent.input(screen.getByRole('searchbox', { name: 'Find a module' }), { target: { value: 'zzz' } });
    expect(screen.getByRole('main').textContent).toContain('No module matches “zzz”.');
  });

  it('opens a module by its name or anywhere in its row', async () => {
    const desk = await sitDown();
    click(within(table()).getByRole('link', { name: 'Quotes' }));
    await desk.quiet();
    expect(screen.getByRole('heading', { level: 1, name: 'Quotes' })).toBeTruthy();
    await desk.open('All modules');
    click(rowOf('Deals'));
    await desk.quiet();
    expect(screen.getByRole('heading', { level: 1, name: 'Deals' })).toBeTruthy();
    expect(link('Deals').getAttribute('aria-current')).toBe('page');
    expect(status()).toBe('');
  });

  it('asks before it takes the place of unsaved changes', async () => {
    const desk = await sitDown({ module: 'Contacts' });
    click(screen.getByRole('checkbox', { name: 'Delete' }));
    click(link('All modules'));
    expect(screen.queryByRole('table', { name: 'Modules' })).toBeNull();
    click(await screen.findByRole('button', { name: 'Discard and leave' }));
    await desk.quiet();
    expect(table()).toBeTruthy();
  });
});
