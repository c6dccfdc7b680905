// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { LOOK_AGAIN_AFTER } from '../../src/settings/editing/saving';
import {
  button,
  checkbox,
  choose,
  click,
  createCrm,
  type Desk,
  isOff,
  isWrite,
  link,
  lostAfter,
  lostBefore,
  radio,
  readsOf,
  refused,
  row,
  save,
  sitDown,
  status,
} from './support/harness';

const main = () => screen.getByRole('main');
const configuration = (desk: Desk) => desk.crm.sandbox.org.configurationOf('Deals');
/** Opens Deals and blocks changing tags. */
const blockTags = async (options: Parameters<typeof sitDown>[0] = {}) => {
  const desk = await sitDown(options);
  await desk.open('Deals');
  click(checkbox('Tags'));
  return desk;
};
/** Opens the first rule; its name as a text box. */
const openRuleName = (): HTMLElement => {
  click(screen.getAllByRole('button', { name: 'Edit' })[0] as HTMLElement);
  return screen.getByRole('textbox', { name: 'Rule name' });
};
const dialog = () => screen.getByRole('dialog');
const typeName = (name: string) =>
  fireEvent.input(within(dialog()).getByRole('textbox'), { target: { value: name } });

describe('saving', () => {
  it('sends the change, reads it back, and starts from what was read', async () => {
    const desk = await blockTags();
    const before = desk.calls.length;
    await save(desk);
    expect(status()).toBe('Saved');
    // What follows publishes what explains locks, and counts for the findings.
    const calls = desk.calls.slice(before).filter((call) => !/settings\/variables|coql/.test(call));
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['GET', 'PUT', 'GET']);
    expect(configuration(desk)?.restricted_actions).toContain('tags');
    expect(isOff(button('Save changes'))).toBe(true);
    expect(checkbox('Tags').checked).toBe(true);
  });

  it('brings the list up to date', async () => {
    const desk = await sitDown();
    await desk.open('Contacts');
    expect(row('Contacts')).toBe('Contacts Off');
    await save(desk);
    expect(row('Contacts')).toBe('Contacts Manual');
  });

  it('sends nothing when nothing was changed', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    const before = desk.calls.length;
    await save(desk);
    expect(desk.calls).toHaveLength(before);
    expect(status()).toBe('');
  });

  it('shows where Zoho keeps something else than what was meant', async () => {
    const desk = await blockTags();
    desk.meet(isWrite, async (act) => {
      const reply = await act();
      const found = configuration(desk);
      if (found) desk.crm.sandbox.org.state.configurations.Deals = { ...found, lock_for_portal_users: false };
      return reply;
    });
    await save(desk);
    expect(status()).toBe('Saved');
    expect(main().textContent).toContain('Zoho CRM saved something different:');
    expect(main().textContent).toContain('Portal users lock_for_portal_users You chose: true. Saved: false.');
    expect(checkbox('Portal users').checked).toBe(false);
  });

  it('is not done while there is something to correct, which is told at its place and in a summary', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    click(button('Remove Contracts'));
    const before = desk.calls.length;
    await save(desk);
    expect(status()).toBe('Not saved');
    expect(desk.calls).toHaveLength(before);
    const summary = screen.getByRole('region', { name: '1 problem to fix before saving' });
    expect(document.activeElement).toBe(summary);
    const exempt = screen.getByRole('combobox', { name: 'Exempt profiles' });
    expect(exempt.getAttribute('aria-invalid')).toBe('true');
    click(within(summary).getByRole('button'));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.activeElement).toBe(exempt);
    click(radio('Everyone'));
    expect(screen.queryByRole('region', { name: /to correct/ })).toBeNull();
    await save(desk);
    expect(status()).toBe('Saved');
  });
});

describe('the bar', () => {
  const key = (init: KeyboardEventInit) => fireEvent.keyDown(document.body, { key: 's', ...init });

  it('opens the review with Ctrl+S and with Cmd+S', async () => {
    const desk = await blockTags();
    expect(key({ ctrlKey: true })).toBe(false);
    await desk.quiet();
    expect(dialog().textContent).toContain('Tags is blocked on locked records.');
    click(button('Back'));
    key({ metaKey: true });
    await desk.quiet();
    expect(dialog()).toBeTruthy();
  });

  it('brings discarded changes again with Undo, until the next edit', async () => {
    await blockTags();
    click(button('Discard changes'));
    expect(checkbox('Tags').checked).toBe(false);
    click(button('Undo'));
    expect(checkbox('Tags').checked).toBe(true);
    click(button('Discard changes'));
    click(checkbox('Delete'));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('asks to turn on locking where there is no configuration, and shows only what it will say', async () => {
    const desk = await sitDown();
    await desk.open('Contacts');
    click(button('Turn on locking'));
    await desk.quiet();
    expect(dialog().textContent).toContain('Lock typeManual');
    expect(dialog().textContent).not.toMatch(/Before|none/);
  });
});

describe('an answer that was lost', () => {
  it.each(Object.entries(lostAfter))(
    'after the CRM acted (%s): reading again shows that it is saved',
    async (_name, fault) => {
      const desk = await blockTags();
      desk.meet(isWrite, fault);
      await save(desk);
      expect(status()).toBe('Saved');
      expect(main().textContent).toContain('Everything is saved. The reply was lost on the way.');
      expect(isOff(button('Save changes'))).toBe(true);
    },
  );

  it.each(Object.entries(lostBefore))(
    'before the CRM acted (%s): nothing is claimed, and the draft stays',
    async (_name, fault) => {
      const desk = await blockTags();
      desk.meet(isWrite, fault);
      await save(desk);
      expect(status()).toBe('Not saved');
      expect(main().textContent).toContain('Nothing was changed');
      expect(checkbox('Tags').checked).toBe(true);
      await save(desk);
      expect(status()).toBe('Saved');
    },
  );

  it('with reading again failing too is not known, and the draft stays', async () => {
    const desk = await blockTags();
    desk.meet(isWrite, async (act) => {
      const reply = await act();
      desk.meet(readsOf('Deals'), lostBefore.connection);
      return lostAfter.timeout(async () => reply);
    });
    await save(desk);
    expect(status()).toBe('Not confirmed');
    expect(main().textContent).toContain('We couldn’t confirm this');
    expect(checkbox('Tags').checked).toBe(true);
  });

  it.each(Object.entries(refused))('a refusal (%s) changes nothing and says why', async (_name, fault) => {
    const desk = await blockTags();
    desk.meet(isWrite, fault);
    await save(desk);
    expect(status()).toBe('Not saved');
    expect(screen.getByRole('region', { name: 'Notice' }).textContent?.length).toBeGreaterThan(20);
    expect(checkbox('Tags').checked).toBe(true);
    expect(configuration(desk)?.restricted_actions).not.toContain('tags');
  });
});

describe('somebody else', () => {
  const theirs = async (desk: Desk, change: object) => {
    const now = desk.crm.sandbox.org.state.configurations;
    const before = now.Deals;
    if (before)
      now.Deals = {
        ...before,
        ...change,
        modified_time: '2026-11-10T09:00:00+05:30',
        modified_by: { id: '1', name: 'Second Administrator' },
      };
  };

  it('who saved meanwhile is not overwritten unseen', async () => {
    const desk = await blockTags();
    await theirs(desk, { lock_for_portal_users: false });
    await save(desk);
    expect(desk.writes()).toEqual([]);
    expect(status()).toBe('Not saved');
    expect(dialog().textContent).toContain('Someone else changed this configuration');
    expect(dialog().textContent).toContain('Second Administrator saved it on');
  });

  it('can be followed', async () => {
    const desk = await blockTags();
    await theirs(desk, { lock_for_portal_users: false });
    await save(desk);
    click(button('Discard mine, use theirs'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(checkbox('Portal users').checked).toBe(false);
    expect(checkbox('Tags').checked).toBe(false);
    expect(isOff(button('Save changes'))).toBe(true);
  });

  it('is merged with, where nothing collides', async () => {
    const desk = await blockTags();
    await theirs(desk, {
      lock_for_portal_users: false,
      locking_rules: [
        {
          id: '77',
          name: 'Theirs',
          lock_existing_records: false,
          criteria: { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Lost' },
        },
      ],
    });
    await save(desk);
    expect(dialog().textContent).toContain('Portal users are no longer locked out.');
    expect(dialog().textContent).toContain('New rule Theirs.');
    click(button('Merge and review'));
    await desk.quiet();
    expect(desk.writes()).toEqual([]);
    expect(dialog().textContent).toContain('Tags is blocked on locked records.');
    expect(dialog().textContent).not.toContain('Portal');
    click(button('Save'));
    await desk.quiet();
    expect(status()).toBe('Saved');
    expect(configuration(desk)?.lock_for_portal_users).toBe(false);
    expect(configuration(desk)?.restricted_actions).toContain('tags');
    expect(configuration(desk)?.locking_rules?.map(({ name }) => name)).toEqual(['Theirs']);
  });

  it('who changed the same is asked about, and is not overwritten unasked', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    fireEvent.input(openRuleName(), { target: { value: 'My name' } });
    const [rule] = configuration(desk)?.locking_rules ?? [];
    await theirs(desk, { locking_rules: [{ ...rule, name: 'Their name' }] });
    await save(desk);
    expect(isOff(button('Merge and review'))).toBe(true);
    expect(dialog().textContent).toContain('Before: Closed Won');
    click(radio('Theirs: Their name'));
    click(radio('Mine: My name'));
    click(button('Merge and review'));
    await desk.quiet();
    expect(dialog().textContent).toContain('The rule Their name is now called My name.');
    click(button('Save'));
    await desk.quiet();
    expect(configuration(desk)?.locking_rules?.map(({ name }) => name)).toEqual(['My name']);
  });

  it('who made the very changes that I give way to leaves nothing to save', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    fireEvent.input(openRuleName(), { target: { value: 'My name' } });
    const [rule] = configuration(desk)?.locking_rules ?? [];
    await theirs(desk, { locking_rules: [{ ...rule, name: 'Their name' }] });
    await save(desk);
    click(radio('Theirs: Their name'));
    click(button('Merge and review'));
    await desk.quiet();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(isOff(button('Save changes'))).toBe(true);
    expect(screen.getByRole('region', { name: 'Rule Their name' })).toBeTruthy();
    expect(desk.writes()).toEqual([]);
  });

  it('who took the name that I gave: what both make together is to be corrected first', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    fireEvent.input(openRuleName(), { target: { value: 'Same' } });
    const rules = configuration(desk)?.locking_rules ?? [];
    const criteria = { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Lost' };
    await theirs(desk, { locking_rules: [...rules, { ...rules[0], id: '77', name: 'Same', criteria }] });
    await save(desk);
    click(button('Merge and review'));
    await desk.quiet();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: /to fix before saving/ }));
    expect(screen.getAllByRole('region', { name: 'Rule Same' })).toHaveLength(2);
    expect(desk.writes()).toEqual([]);
  });

  it('who confirmed at the same moment is found when the page looks again, and can be merged with', async () => {
    const desk = await blockTags();
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await save(desk);
    expect(status()).toBe('Saved');
    const lookAgain = timers.mock.calls.find(([, after]) => after === LOOK_AGAIN_AFTER)?.[0];
    timers.mockRestore();
    // Their page had read before mine wrote: Zoho takes both, and mine is gone.
    await theirs(desk, {
      lock_for_portal_users: false,
      restricted_actions: ['update', 'delete', 'change_owner'],
    });
    lookAgain?.();
    await desk.quiet();
    expect(dialog().textContent).toContain('Second Administrator saved it on');
    expect(dialog().textContent).toContain('Portal users are no longer locked out.');
    click(button('Merge and review'));
    await desk.quiet();
    click(button('Save'));
    await desk.quiet();
    expect(configuration(desk)?.lock_for_portal_users).toBe(false);
    expect(configuration(desk)?.restricted_actions).toContain('tags');
  });

  it('who deleted it meanwhile: mine can be saved as a new one', async () => {
    const desk = await blockTags();
    delete desk.crm.sandbox.org.state.configurations.Deals;
    await save(desk);
    expect(dialog().textContent).toContain('It was deleted after you opened it.');
    expect(isOff(button('Merge and review'))).toBe(true);
    click(radio('Mine: included, with my changes'));
    click(button('Merge and review'));
    await desk.quiet();
    click(button('Save'));
    await desk.quiet();
    expect(status()).toBe('Saved');
    expect(desk.writes().map(({ method }) => method)).toEqual(['POST']);
    expect(configuration(desk)?.restricted_actions).toContain('tags');
  });
});

describe('deleting', () => {
  const ask = async (options: Parameters<typeof sitDown>[0] = {}) => {
    const desk = await sitDown(options);
    await desk.open('Deals');
    await choose(desk, 'Delete configuration');
    return desk;
  };
  const confirm = async (desk: Desk) => {
    typeName('deals ');
    fireEvent.submit(within(dialog()).getByRole('textbox').closest('form') as HTMLFormElement);
    await desk.quiet();
  };

  it('says that it unlocks every record, and wants the name typed', async () => {
    const desk = await ask();
    const { org } = desk.crm.sandbox;
    const locked = org.records('Deals').filter(({ id }) => org.lockOf('Deals', id)).length;
    expect(locked).toBeGreaterThan(1);
    expect(dialog().textContent).toContain(`This unlocks ${locked} deals.`);
    const remove = `Delete and unlock ${locked} deals`;
    expect(isOff(button(remove))).toBe(true);
    typeName('Deal');
    click(button(remove));
    await desk.quiet();
    expect(desk.writes()).toEqual([]);
    click(button('Cancel'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('does not delete unseen what somebody else has saved meanwhile', async () => {
    const desk = await ask();
    const now = desk.crm.sandbox.org.state.configurations;
    if (now.Deals) now.Deals = { ...now.Deals, lock_for_portal_users: false };
    await confirm(desk);
    expect(status()).toBe('Not deleted');
    expect(dialog().textContent).toContain('Portal users are no longer locked out.');
    expect(desk.writes()).toEqual([]);
  });

  it('leaves the module without a configuration', async () => {
    const desk = await ask();
    await confirm(desk);
    expect(status()).toBe('Deleted');
    expect(configuration(desk)).toBeUndefined();
    expect(row('Deals')).toBe('Deals Off');
    expect(radio('Manual').checked).toBe(true);
  });

  it.each(Object.entries(lostAfter))(
    'with its answer lost (%s) is settled by reading',
    async (_name, fault) => {
      const desk = await ask();
      desk.meet(isWrite, fault);
      await confirm(desk);
      expect(status()).toBe('Deleted');
      expect(main().textContent).toContain('The configuration is deleted. The reply was lost');
    },
  );

  it('that was lost on its way is not claimed', async () => {
    const desk = await ask();
    desk.meet(isWrite, lostBefore.timeout);
    await confirm(desk);
    expect(status()).toBe('Not deleted');
    expect(row('Deals')).toBe('Deals Manual + 1 rule');
  });

  it('what somebody else deleted before is deleted', async () => {
    const desk = await ask();
    delete desk.crm.sandbox.org.state.configurations.Deals;
    await confirm(desk);
    expect(status()).toBe('Deleted');
  });
});

describe('leaving with unsaved changes', () => {
  it('asks, and can be thought better of', async () => {
    await blockTags();
    click(link('Quotes'));
    expect((await screen.findByRole('dialog')).textContent).toContain('Leave Deals without saving?');
    click(await screen.findByRole('button', { name: 'Stay here' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(checkbox('Tags').checked).toBe(true);
  });

  it('drops them when that is wanted', async () => {
    const desk = await blockTags();
    click(link('Quotes'));
    click(await screen.findByRole('button', { name: 'Discard and leave' }));
    await desk.quiet();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Quotes');
    await desk.open('Deals');
    expect(checkbox('Tags').checked).toBe(false);
    expect(desk.writes()).toEqual([]);
  });

  it('does not ask when nothing would be lost', async () => {
    const desk = await sitDown({ crm: createCrm() });
    await desk.open('Deals');
    await desk.open('Quotes');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
