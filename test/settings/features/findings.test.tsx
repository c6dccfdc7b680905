// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { checkbox, click, createCrm, type Desk, isWrite, lostBefore, sitDown } from '../support/harness';

const region = () => screen.getByRole('region', { name: 'Findings' });
const items = () =>
  within(region())
    .getAllByRole('listitem')
    .map((item) => item.querySelector('b')?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const itemOf = (text: string): HTMLElement => {
  const item = within(region())
    .getAllByRole('listitem')
    .find((one) => one.textContent?.includes(text));
  if (!item) throw new Error(`no finding says ${text}`);
  return item;
};

/** Deals whose only rule asks for a stage that is gone, while Stage stays editable. */
const withMistakes = () => {
  const crm = createCrm();
  const { configurations } = crm.sandbox.org.state;
  const deals = configurations.Deals;
  const stage = crm.sandbox.org.field('Deals', 'Stage');
  if (!deals || !stage) throw new Error('the sandbox has no deals');
  const criteria = {
    comparator: 'equal',
    field: { api_name: 'Stage', id: stage.id },
    value: 'Sold long ago',
  };
  configurations.Deals = {
    ...deals,
    excluded_fields: [{ api_name: 'Stage', id: stage.id }],
    locking_rules: (deals.locking_rules ?? []).map((rule) => ({ ...rule, criteria })),
  };
  return crm;
};

describe('the findings of one module', () => {
  it('tell of a removed stage and of a criterion field that stays editable, with what follows', async () => {
    await sitDown({ crm: withMistakes(), module: 'Deals' });
    expect(items()).toContainEqual(expect.stringContaining('“Sold long ago” is no longer a value of Stage.'));
    expect(items()).toContainEqual(
      expect.stringMatching(/Stage stays editable on locked records, and the rule “.*” depends on it/),
    );
    expect(region().textContent).toContain('Anyone can change Stage');
    expect(items()[0]).toContain('Broken');
  });

  it('follow the draft', async () => {
    const desk = await sitDown({ module: 'Deals' });
    click(checkbox('Delete'));
    await desk.quiet();
    expect(region().textContent).toContain('Locked records can be deleted.');
    click(checkbox('Delete'));
    await desk.quiet();
    expect(screen.queryByText('Locked records can be deleted.')).toBeNull();
  });

  it('go when they are dismissed, for everybody, and stay when that cannot be saved', async () => {
    const crm = withMistakes();
    const desk = await sitDown({ crm, module: 'Deals' });
    const dismiss = () => click(within(itemOf('stays editable')).getByRole('button', { name: 'Dismiss' }));
    desk.meet((request) => isWrite(request) && request.path.includes('variables'), lostBefore.offline);
    dismiss();
    await desk.quiet();
    expect(itemOf('stays editable').textContent).toContain('This couldn’t be saved');
    dismiss();
    await desk.quiet();
    expect(items().join()).not.toContain('stays editable');
    const again = await sitDown({ crm, module: 'Deals' });
    expect(items().join()).toContain('Sold long ago');
    expect(items().join()).not.toContain('stays editable');
    expect(again.writes()).toEqual([]);
  });
});

describe('the findings of all modules', () => {
  const toOverview = async (desk: Desk) => desk.quiet();

  it('are counted in the table and listed below it, each with its module and a way to it', async () => {
    const desk = await sitDown({ crm: withMistakes() });
    await toOverview(desk);
    expect(itemOf('Sold long ago').textContent).toContain('Deals');
    const row = within(screen.getByRole('table', { name: 'Modules' }))
      .getByRole('rowheader', { name: 'Deals' })
      .closest('tr');
    expect(row?.textContent).toMatch(/\d findings/);
    click(within(itemOf('Sold long ago')).getByRole('button', { name: 'Open' }));
    await desk.quiet();
    expect(screen.getByRole('heading', { level: 1, name: 'Deals' })).toBeTruthy();
  });

  it('can be dismissed there as well', async () => {
    const desk = await sitDown({ crm: withMistakes() });
    await toOverview(desk);
    click(within(itemOf('stays editable')).getByRole('button', { name: 'Dismiss' }));
    await desk.quiet();
    expect(items().join()).not.toContain('stays editable');
    await desk.open('Deals');
    expect(items().join()).toContain('Sold long ago');
    expect(items().join()).not.toContain('stays editable');
  });
});
