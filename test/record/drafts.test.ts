import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, lostBefore, refused } from './support/crm';
import { fakeMemory, sitDown } from './support/harness';

const DAY = 86_400_000;

/** The same browser opens the page again, and again. */
function browser(id: string, user: 'sales' | 'admin' = 'sales') {
  const crm = createCrm();
  const memory = fakeMemory();
  let clock = Date.now();
  return {
    crm,
    memory,
    pass: (ms: number) => {
      clock += ms;
    },
    open: (other: string = id) => sitDown({ crm, memory, user, id: other, now: () => clock }),
  };
}

describe('a text that was being typed', () => {
  it('is there after a reload, in the open form', async () => {
    const { open } = browser(DEALS.openDeal);
    const { commands } = await open();
    commands.startLocking();
    commands.type('Half a sentence');
    expect((await open()).shown().task).toEqual({
      kind: 'locking',
      draft: 'Half a sentence',
      checked: false,
    });
  });

  it('is there after a reload of an edit, which starts from the same reason', async () => {
    const { open, crm } = browser(DEALS.manualDeal);
    const { commands } = await open();
    commands.startEditing();
    commands.type('Corrected');
    const base = crm.sandbox.org.lockOf('Deals', DEALS.manualDeal)?.reason;
    expect((await open()).shown().task).toEqual({
      kind: 'editing',
      draft: 'Corrected',
      checked: false,
      base,
    });
  });

  it('is kept when the form is cancelled, and offered when it is opened again', async () => {
    const { open } = browser(DEALS.openDeal);
    const first = await open();
    first.commands.startLocking();
    first.commands.type('Not yet');
    first.commands.cancel();
    expect(first.shown().task.kind).toBe('idle');
    const second = await open();
    expect(second.shown().task.kind).toBe('idle');
    second.commands.startLocking();
    expect(second.shown().task).toMatchObject({ draft: 'Not yet' });
  });

  it('is kept while the user asks whether to unlock, and thinks better of it', async () => {
    const { open } = browser(DEALS.manualDeal);
    const { commands, shown } = await open();
    commands.startEditing();
    commands.type('Corrected');
    commands.cancel();
    commands.askToUnlock();
    commands.cancel();
    commands.startEditing();
    expect(shown().task).toMatchObject({ draft: 'Corrected' });
  });

  it.each([
    ['refused', refused.noPermission],
    ['lost', lostBefore.timeout],
  ])('survives a request that is %s, and a reload after it', async (_how, fault) => {
    const { open } = browser(DEALS.openDeal);
    const { lock, line, shown } = await open();
    line.next('POST', fault);
    await lock('My reason');
    expect(shown().task).toMatchObject({ draft: 'My reason' });
    expect((await open()).shown().task).toMatchObject({ kind: 'locking', draft: 'My reason' });
  });

  it('is forgotten once it was sent, or given up for the present reason', async () => {
    const { open, crm } = browser(DEALS.openDeal);
    await (await open()).lock('Sent');
    crm.sandbox.org.setLock('Deals', DEALS.openDeal, null);
    const again = await open();
    expect(again.shown().task.kind).toBe('idle');
    again.commands.startLocking();
    expect(again.shown().task).toMatchObject({ draft: '' });
  });

  it('becomes a choice when the record was locked meanwhile', async () => {
    const { open, crm } = browser(DEALS.openDeal);
    const { commands } = await open();
    commands.startLocking();
    commands.type('Mine');
    await (await sitDown({ crm, user: 'admin' })).lock('Theirs');
    expect((await open()).shown()).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
  });

  it('needs no choice when the page was reloaded before the reply to it came', async () => {
    const { open } = browser(DEALS.openDeal);
    const { commands, line, quiet } = await open();
    line.hold('POST');
    commands.startLocking();
    commands.type('Mine');
    commands.submit();
    await quiet();
    expect((await open()).shown()).toMatchObject({ lock: { reason: 'Mine' }, task: { kind: 'idle' } });
  });

  it('becomes a choice when the edited reason was changed or removed meanwhile', async () => {
    const { open, crm } = browser(DEALS.manualDeal);
    const { commands } = await open();
    commands.startEditing();
    commands.type('Mine');
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.edit('Theirs');
    expect((await open()).shown().task).toEqual({ kind: 'choosing', mine: 'Mine' });
    await theirs.refresh();
    await theirs.unlock();
    expect((await open()).shown()).toMatchObject({ lock: null, task: { kind: 'choosing', mine: 'Mine' } });
  });

  it('that was cancelled does not replace, unseen, a reason that came after it', async () => {
    const { open, crm } = browser(DEALS.manualDeal);
    const { commands } = await open();
    commands.startEditing();
    commands.type('Mine');
    commands.cancel();
    await (await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' })).edit('Theirs');
    const again = await open();
    again.commands.startEditing();
    expect(again.shown()).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
  });

  it('to lock with is not lost when Edit reason is clicked after somebody else locked', async () => {
    const { open, crm } = browser(DEALS.openDeal);
    const { commands, refresh, shown } = await open();
    commands.startLocking();
    commands.type('Mine');
    commands.cancel();
    await (await sitDown({ crm, user: 'admin' })).lock('Theirs');
    await refresh();
    commands.startEditing();
    commands.cancel();
    const again = await open();
    again.commands.startEditing();
    again.commands.type('Theirs, corrected');
    crm.sandbox.org.setLock('Deals', DEALS.openDeal, null);
    await refresh();
    commands.startLocking();
    expect(shown().task).toMatchObject({ kind: 'locking', draft: 'Mine' });
  });

  it('belongs to its record', async () => {
    const { open } = browser(DEALS.openDeal);
    const { commands } = await open();
    commands.startLocking();
    commands.type('For the first');
    expect((await open(DEALS.wonUnlockedDeal)).shown().task.kind).toBe('idle');
  });

  it('is offered for a week', async () => {
    const { open, pass } = browser(DEALS.openDeal);
    const { commands } = await open();
    commands.startLocking();
    commands.type('Old');
    pass(7 * DAY - 1);
    expect((await open()).shown().task).toMatchObject({ draft: 'Old' });
    pass(7 * DAY);
    expect((await open()).shown().task.kind).toBe('idle');
  });

  it('is gone from the browser after a week, whichever record is opened then', async () => {
    const { open, pass, memory } = browser(DEALS.openDeal);
    const { commands } = await open();
    commands.startLocking();
    commands.type('Old');
    memory.set('draft.Deals.7.another', {
      text: 'Theirs',
      lockId: null,
      base: null,
      open: true,
      at: Date.now(),
    });
    memory.set('draft.Deals.8', { text: 'From the future', lockId: null, base: null, open: true, at: 1e15 });
    memory.set('draft.Deals.9', 'something else');
    memory.set('reasons', ['Sent']);
    await open(DEALS.wonUnlockedDeal);
    expect(memory.names()).toEqual([`draft.Deals.${DEALS.openDeal}`, 'draft.Deals.7.another', 'reasons']);
    pass(8 * DAY);
    await open(DEALS.wonUnlockedDeal);
    expect(memory.names()).toEqual(['reasons']);
  });

  it('is kept without the reason that it started from', async () => {
    const { open, memory, crm } = browser(DEALS.manualDeal);
    const { commands } = await open();
    commands.startEditing();
    commands.type('Mine');
    const theirs = crm.sandbox.org.lockOf('Deals', DEALS.manualDeal)?.reason ?? '';
    expect(theirs).not.toBe('');
    const [name = ''] = memory.names();
    expect(JSON.stringify(memory.get(name))).toContain('Mine');
    expect(JSON.stringify(memory.get(name))).not.toContain(theirs);
  });

  it.each([
    42,
    'text',
    [],
    {},
    { text: 1, lockId: null, base: null, open: true, at: 0 },
    { text: 'x', at: 1e15 },
  ])('is not taken from a memory that holds something else: %j', async (kept) => {
    const { open, memory } = browser(DEALS.openDeal);
    memory.set(`draft.Deals.${DEALS.openDeal}`, kept);
    const { shown, commands } = await open();
    expect(shown().task.kind).toBe('idle');
    commands.startLocking();
    expect(shown().task).toMatchObject({ draft: '' });
  });
});
