// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import {
  button,
  checkbox,
  choose,
  click,
  createCrm,
  type Desk,
  fakeMemory,
  isWrite,
  link,
  lostAfter,
  lostBefore,
  radio,
  readsOf,
  row,
  save,
  sitDown,
  status,
} from './support/harness';

const main = () => screen.getByRole('main');
const dialog = () => screen.getByRole('dialog');
const refusal = (code: string, message: string) => ({ code, message, details: {}, status: 'error' });

/** A door that holds a call until it is opened. */
function gate() {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

async function blockTags(options: Parameters<typeof sitDown>[0] = {}): Promise<Desk> {
  const desk = await sitDown(options);
  await desk.open('Deals');
  click(checkbox('Tags'));
  return desk;
}

describe('while something is being sent', () => {
  it('nobody leaves for another module, so that the outcome is told', async () => {
    const desk = await blockTags();
    const held = gate();
    desk.meet(readsOf('Deals'), async (act) => {
      await held.passed;
      return act();
    });
    await save(desk);
    fireEvent.click(link('Contacts'));
    await desk.quiet();
    expect(screen.queryByRole('dialog')).toBeNull();
    held.open();
    await desk.quiet();
    await desk.quiet();
    expect(desk.shown()?.current).toBe('Deals');
    expect(status()).toBe('Saved');
  });

  it('a deletion that takes its time is in the list when it is done', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    await choose(desk, 'Delete configuration');
    const name = within(dialog()).getByRole('textbox');
    fireEvent.input(name, { target: { value: 'Deals' } });
    const held = gate();
    desk.meet(isWrite, async (act) => {
      const reply = await act();
      await held.passed;
      return reply;
    });
    const form = name.closest('form');
    if (form) fireEvent.submit(form);
    await desk.quiet();
    fireEvent.click(link('Contacts'));
    await desk.quiet();
    held.open();
    await desk.quiet();
    expect(row('Deals')).toBe('Deals Off');
  });
});

describe('what was sent', () => {
  it('is not taken for somebody else’s after an outcome nobody could read', async () => {
    const desk = await blockTags();
    desk.meet(isWrite, async (act) => {
      const reply = await act();
      const { connection, timeout } = { ...lostBefore, ...lostAfter };
      if (connection) desk.meet(readsOf('Deals'), connection);
      return timeout ? timeout(async () => reply) : reply;
    });
    await save(desk);
    await save(desk);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not said to be unsent when Zoho kept something of its own beside it', async () => {
    const desk = await blockTags();
    desk.meet(isWrite, async (act) => {
      const reply = await act();
      const { configurations } = desk.crm.sandbox.org.state;
      const { Deals } = configurations;
      if (Deals) configurations.Deals = { ...Deals, lock_for_portal_users: false };
      return lostAfter.timeout ? lostAfter.timeout(async () => reply) : reply;
    });
    await save(desk);
    expect(document.body.textContent).not.toContain('Your changes haven’t been saved');
  });

  it('is not said to be dropped after a reload between the write and its reply', async () => {
    const memory = fakeMemory();
    const crm = createCrm();
    const desk = await blockTags({ memory, crm });
    let written = false;
    desk.meet(isWrite, async (act) => {
      await act();
      written = true;
      return new Promise(() => {});
    });
    void save(desk);
    await vi.waitFor(() => expect(written).toBe(true));
    await sitDown({ memory, crm });
    expect(checkbox('Tags').checked).toBe(true);
    expect(main().textContent).not.toContain('They were discarded');
  });

  it('is not a rule again that both administrators took away', async () => {
    const desk = await sitDown();
    await desk.open('Deals');
    click(radio('Manual'));
    const { configurations } = desk.crm.sandbox.org.state;
    const { Deals } = configurations;
    if (Deals)
      configurations.Deals = {
        ...Deals,
        lock_type: 'manual',
        locking_rules: [],
        lock_for_portal_users: false,
        modified_time: '2026-11-10T09:00:00+05:30',
      };
    await save(desk);
    click(button('Merge and review'));
    await desk.quiet();
    expect(JSON.stringify(desk.writes())).not.toContain('criteria');
  });
});

describe('a late or odd reply', () => {
  it('of one module that is refused leaves the others, and the editor', async () => {
    const held = gate();
    const desk = await sitDown({
      faults: [
        [
          readsOf('Leads'),
          async () => {
            await held.passed;
            return { status: 403, body: refusal('NO_PERMISSION', 'denied') };
          },
        ],
      ],
    });
    await desk.open('Deals');
    click(checkbox('Tags'));
    held.open();
    await desk.quiet();
    expect(screen.queryByRole('navigation')).not.toBeNull();
    expect(checkbox('Tags').checked).toBe(true);
  });

  it('does not take back what the editor has read since', async () => {
    const held = gate();
    const desk = await sitDown({
      faults: [
        [
          readsOf('Deals'),
          async () => {
            await held.passed;
            return { lost: 'timeout' as const };
          },
        ],
      ],
    });
    await desk.open('Deals');
    const before = row('Deals');
    held.open();
    await desk.quiet();
    expect(row('Deals')).toBe(before);
  });

  it('to the list of modules is a problem with Retry, not a wait for ever', async () => {
    const desk = await sitDown({
      faults: [
        [
          ({ path }) => path.endsWith('settings/modules'),
          async () => ({ status: 400, body: refusal('INVALID_MODULE', '') }),
        ],
      ],
    });
    expect(desk.page.state.getState().kind).not.toBe('connecting');
  });

  it('that names no place is shown whole, where the keyboard is', async () => {
    const desk = await blockTags();
    const message = 'The field type is not supported here';
    desk.meet(isWrite, async () => ({
      status: 400,
      body: { record_locking_configurations: [refusal('NOT_SUPPORTED', message)] },
    }));
    await save(desk);
    expect(main().textContent).toContain(message);
  });
});

it('asks before a rule is left that was typed and is not sent', async () => {
  const desk = await sitDown();
  await desk.open('Contacts');
  await save(desk);
  click(radio('Both'));
  click(button('Add rule'));
  fireEvent.input(screen.getByRole('textbox', { name: 'Rule name' }), { target: { value: 'My rule' } });
  click(radio('Manual'));
  await desk.open('Deals');
  expect(screen.queryByRole('dialog')).not.toBeNull();
});
