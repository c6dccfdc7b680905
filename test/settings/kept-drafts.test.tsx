// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { KEPT_FOR } from '../../src/settings/editing/kept-drafts';
import {
  button,
  checkbox,
  click,
  createCrm,
  type Desk,
  fakeMemory,
  isOff,
  save,
  sitDown,
  status,
} from './support/harness';

const START = Date.parse('2026-11-09T12:00:00Z');
const main = () => screen.getByRole('main');
/** Longer than the pause after which changes are written down. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

/** Blocks changing tags of deals, leaves without a word, and comes back: a reload. */
async function reload(
  between: (desk: Desk) => void | Promise<void> = () => {},
  later = 60_000,
): Promise<Desk> {
  const memory = fakeMemory();
  const crm = createCrm();
  const desk = await sitDown({ crm, memory, now: () => START });
  await desk.open('Deals');
  click(checkbox('Tags'));
  await pause();
  await between(desk);
  return sitDown({ crm, memory, now: () => START + later });
}

describe('unsaved changes', () => {
  it('are there again after a reload, with a word about it', async () => {
    await reload();
    expect(checkbox('Tags').checked).toBe(true);
    expect(main().textContent).toContain('Your unsaved changes from Nov 9, 2026, 12:00 PM are back.');
    expect(isOff(button('Save changes'))).toBe(false);
  });

  it('can be discarded then, for good', async () => {
    const desk = await reload();
    click(button('Discard changes'));
    expect(checkbox('Tags').checked).toBe(false);
    expect(main().textContent).not.toContain('are back');
    await sitDown({ crm: desk.crm, memory: desk.memory, module: 'Deals' });
    expect(checkbox('Tags').checked).toBe(false);
  });

  it('can be saved then, and are no draft any more', async () => {
    const desk = await reload();
    await save(desk);
    expect(status()).toBe('Saved');
    await sitDown({ crm: desk.crm, memory: desk.memory });
    expect(main().textContent).not.toContain('unsaved changes');
  });

  it('to a version that somebody has changed since are dropped, with a word about it', async () => {
    await reload(({ crm }) => {
      const now = crm.sandbox.org.state.configurations;
      if (now.Deals) now.Deals = { ...now.Deals, modified_time: '2026-11-09T13:00:00Z' };
    });
    expect(checkbox('Tags').checked).toBe(false);
    expect(main().textContent).toContain('The configuration has changed since');
  });

  it('are forgotten after a week', async () => {
    await reload(() => {}, KEPT_FOR + 1);
    expect(checkbox('Tags').checked).toBe(false);
    expect(main().textContent).not.toContain('unsaved changes');
  });

  it('of any module are gone from the browser after a week', async () => {
    const memory = fakeMemory();
    memory.set('draft.Leads', { at: START - KEPT_FOR, draft: {} });
    memory.set('draft.Quotes', { at: START - 1, draft: {} });
    memory.set('draft.Tasks', { draft: {} });
    await sitDown({ memory, module: 'Deals', now: () => START });
    expect(memory.names().filter((name) => name.startsWith('draft.'))).toEqual(['draft.Quotes']);
  });

  it('that were taken back are none', async () => {
    await reload(async () => {
      click(checkbox('Tags'));
      await pause();
    });
    expect(main().textContent).not.toContain('unsaved changes');
  });

  it.each([7, 'x', { at: 'y' }, { at: START, draft: null }, { at: START, draft: { base: null, rules: 3 } }])(
    'that nobody wrote like this (%j) are passed over',
    async (kept) => {
      const memory = fakeMemory();
      memory.set('draft.Deals', kept);
      await sitDown({ memory, module: 'Deals' });
      expect(checkbox('Delete').checked).toBe(true);
      expect(main().textContent).not.toContain('are back');
    },
  );

  it('are those of the person who made them: the next one in this tab does not see them', async () => {
    const memory = fakeMemory();
    memory.set('user', '1');
    const crm = createCrm();
    const desk = await sitDown({ crm, memory, now: () => START });
    await desk.open('Deals');
    click(checkbox('Tags'));
    await pause();
    memory.set('user', '2');
    await sitDown({ crm, memory, module: 'Deals', now: () => START });
    expect(checkbox('Tags').checked).toBe(false);
    memory.set('user', '1');
    await sitDown({ crm, memory, module: 'Deals', now: () => START });
    expect(checkbox('Tags').checked).toBe(true);
  });
});
