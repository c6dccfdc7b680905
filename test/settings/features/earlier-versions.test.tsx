// @vitest-environment happy-dom
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { button, checkbox, click, save, sitDown, status } from '../support/harness';

const dialog = () => screen.getByRole('dialog', { name: 'Earlier versions' });
const versions = () =>
  within(dialog())
    .getAllByRole('listitem')
    .filter((one) => one.closest('.versions > li') === one);

describe('the earlier versions of a module', () => {
  it('begin with the one that was found, and can be loaded as a draft after a save', async () => {
    const desk = await sitDown({ module: 'Deals' });
    const before = checkbox('Tags').checked;
    click(checkbox('Tags'));
    await save(desk);
    expect(status()).toBe('Saved');
    click(button('Earlier versions'));
    await desk.quiet();
    expect(versions()).toHaveLength(2);
    expect(versions()[0]?.textContent).toContain('Current');
    expect(versions()[1]?.textContent).toMatch(/Saved by .*Manual \+ 1 rule/);
    const [load] = within(dialog()).getAllByRole('button', { name: 'Load as draft' });
    if (!load) throw new Error('nothing can be loaded');
    click(load);
    await desk.quiet();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(checkbox('Tags').checked).toBe(before);
    expect(desk.writes()).toHaveLength(1);
    await save(desk);
    expect(desk.writes()).toHaveLength(2);
  });

  it('are one at first, which is the current', async () => {
    const desk = await sitDown({ module: 'Deals' });
    click(button('Earlier versions'));
    await desk.quiet();
    expect(versions()).toHaveLength(1);
    expect(within(dialog()).queryByRole('button', { name: 'Load as draft' })).toBeNull();
  });
});
