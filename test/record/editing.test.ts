import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, lockCalls, methods, refused } from './support/crm';
import { sitDown } from './support/harness';

describe('editing the reason', () => {
  it('starts from the current text and is one read, one write and one read that confirms', async () => {
    const { commands, edit, line, shown, truth, changed } = await sitDown({ id: DEALS.manualDeal });
    const { access } = shown();
    commands.startEditing();
    expect(shown().task).toMatchObject({ kind: 'editing', draft: truth()?.reason });
    line.calls.length = 0;
    expect(await edit('Prices are final')).toMatchObject({
      lock: { reason: 'Prices are final', source: 'manual' },
      task: { kind: 'idle' },
      notice: { kind: 'reasonChanged' },
      access,
    });
    expect(methods(line.calls)).toEqual(['GET', 'PUT', 'GET']);
    expect(truth()?.reason).toBe('Prices are final');
    expect(changed).toEqual([DEALS.manualDeal]);
  });

  it('keeps the rule of a lock that is held by both', async () => {
    const { edit } = await sitDown({ id: DEALS.bothDeal, user: 'admin' });
    expect(await edit('Corrected')).toMatchObject({
      lock: { source: 'both', reason: 'Corrected' },
      explanation: { ruleName: 'Closed Won' },
    });
  });

  it('closes without a call when nothing was changed', async () => {
    const { edit, line, truth } = await sitDown({ id: DEALS.manualDeal });
    line.calls.length = 0;
    expect((await edit(`  ${truth()?.reason ?? ''}\n`)).task.kind).toBe('idle');
    expect(lockCalls(line.calls)).toEqual([]);
  });

  it('never writes over a text that it has not shown', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.edit('Theirs');
    mine.line.calls.length = 0;
    expect(await mine.edit('Mine')).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
    expect(methods(mine.line.calls)).not.toContain('PUT');
    expect(mine.truth()?.reason).toBe('Theirs');
  });

  it('mine: replaces theirs, once it was seen', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.edit('Theirs');
    await mine.edit('Mine');
    await theirs.edit('Theirs again');
    expect(await mine.settled(mine.commands.useMine)).toMatchObject({
      lock: { reason: 'Theirs again' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
    expect(await mine.settled(mine.commands.useMine)).toMatchObject({
      lock: { reason: 'Mine' },
      task: { kind: 'idle' },
    });
    expect(mine.truth()?.reason).toBe('Mine');
  });

  it('theirs: stays, without a call', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.edit('Theirs');
    await mine.edit('Mine');
    mine.line.calls.length = 0;
    expect(await mine.settled(mine.commands.keepTheirs)).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'idle' },
    });
    expect(mine.line.calls).toEqual([]);
    mine.commands.startEditing();
    expect(mine.shown().task).toMatchObject({ draft: 'Theirs' });
  });

  it('finds the lock removed, and can lock again with the text', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.unlock();
    expect(await mine.edit('Mine')).toMatchObject({ lock: null, task: { kind: 'choosing', mine: 'Mine' } });
    expect(await mine.settled(mine.commands.useMine)).toMatchObject({
      lock: { reason: 'Mine', source: 'manual' },
      notice: { kind: 'locked' },
    });
  });

  it('finds the lock replaced by another one', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.unlock();
    await theirs.lock('A lock of my own');
    expect(await mine.edit('Mine')).toMatchObject({
      lock: { reason: 'A lock of my own', lockedBy: { name: 'John Smith' } },
      task: { kind: 'choosing' },
    });
  });

  it('says so when only a rule is left, whose reason nobody can edit', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.bothDeal });
    const theirs = await sitDown({ crm, id: DEALS.bothDeal, user: 'admin' });
    await theirs.unlock();
    expect(await mine.edit('Mine')).toMatchObject({
      lock: { source: 'automatic' },
      task: { kind: 'idle' },
      notice: { kind: 'changedByOther' },
    });
  });

  it('finds out between the read and the write', async () => {
    const { crm, edit, line, truth } = await sitDown({ id: DEALS.manualDeal });
    line.next('PUT', async (act) => {
      crm.sandbox.org.setLock('Deals', DEALS.manualDeal, null);
      return act();
    });
    expect(await edit('Mine')).toMatchObject({
      lock: null,
      task: { kind: 'choosing', mine: 'Mine' },
      notice: { kind: 'removedByOther' },
    });
    expect(truth()).toBeUndefined();
  });

  it('does not write when the present text cannot be read', async () => {
    const { edit, line } = await sitDown({ id: DEALS.manualDeal });
    line.calls.length = 0;
    line.next('GET', refused.rateLimited);
    expect(await edit('Mine')).toMatchObject({
      task: { kind: 'editing', draft: 'Mine' },
      notice: { kind: 'failed', error: { kind: 'rateLimited' } },
      busy: null,
    });
    expect(methods(line.calls)).toEqual(['GET']);
  });

  it('notices a permission that was taken away', async () => {
    const { edit, truth } = await sitDown({ id: DEALS.manualDeal, user: 'viewer' });
    const before = truth();
    expect(await edit('Mine')).toMatchObject({
      task: { kind: 'editing', draft: 'Mine' },
      notice: { kind: 'failed', error: { kind: 'noPermission' } },
    });
    expect(truth()).toEqual(before);
  });
});

describe('a refresh while something is at hand', () => {
  it('latest an edit into a choice when the reason was changed', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    mine.commands.startEditing();
    mine.commands.type('Mine');
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.edit('Theirs');
    await mine.refresh();
    expect(mine.shown()).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
  });

  it('goes on with an edit when nothing changed', async () => {
    const { commands, refresh, shown } = await sitDown({ id: DEALS.manualDeal });
    commands.startEditing();
    commands.type('Mine');
    await refresh();
    expect(shown().task).toMatchObject({ kind: 'editing', draft: 'Mine' });
  });

  it('withdraws the question whether to unlock when the lock has become another', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.bothDeal });
    mine.commands.askToUnlock();
    await mine.refresh();
    expect(mine.shown().task.kind).toBe('unlocking');
    const theirs = await sitDown({ crm, id: DEALS.bothDeal, user: 'admin' });
    await theirs.unlock();
    await mine.refresh();
    expect(mine.shown()).toMatchObject({ lock: { source: 'automatic' }, task: { kind: 'idle' } });
  });

  it('that fails leaves what is shown, and says that it may be old', async () => {
    const { commands, refresh, line, shown } = await sitDown({ id: DEALS.manualDeal });
    commands.startEditing();
    commands.type('Mine');
    line.next('GET', refused.rateLimited);
    await refresh();
    expect(shown()).toMatchObject({
      lock: { source: 'manual' },
      task: { draft: 'Mine' },
      notice: { kind: 'notRefreshed', error: { kind: 'rateLimited' } },
      busy: null,
    });
  });
});
