import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, refused } from './support/crm';
import { sitDown } from './support/desk';

const LOCK = 'Locking_Information__s';
const methods = (calls: readonly string[]) => calls.map((call) => call.split(' ')[0]);

describe('locking', () => {
  it('is one write and one read that confirms, and is told to the other widgets', async () => {
    const { lock, line, truth, changed } = await sitDown();
    line.calls.length = 0;
    const shown = await lock('  Prices are being checked \n');
    expect(shown).toMatchObject({
      lock: { source: 'manual', reason: 'Prices are being checked', lockedBy: { name: 'Patricia Boyle' } },
      task: { kind: 'idle' },
      notice: { kind: 'locked' },
      busy: null,
    });
    expect(line.calls).toEqual([
      `POST Deals/${DEALS.openDeal}/${LOCK}`,
      `GET Deals/${DEALS.openDeal}/${LOCK}`,
    ]);
    expect(truth()).toMatchObject({ reason: 'Prices are being checked' });
    expect(changed).toEqual([DEALS.openDeal]);
  });

  it.each(['', ' \n ', 'x'.repeat(3001)])(
    'sends nothing without a reason that can be sent (%#)',
    async (text) => {
      const { lock, line } = await sitDown();
      line.calls.length = 0;
      expect((await lock(text)).task).toEqual({ kind: 'locking', draft: text, checked: true });
      expect(line.calls).toEqual([]);
    },
  );

  it('sends once, however often it is clicked, and takes no other text meanwhile', async () => {
    const { actions, line, quiet, truth } = await sitDown();
    line.calls.length = 0;
    actions.startLocking();
    actions.type('Once');
    actions.submit();
    actions.submit();
    actions.type('Twice');
    actions.cancel();
    actions.submit();
    await quiet();
    expect(methods(line.calls)).toEqual(['POST', 'GET']);
    expect(truth()?.reason).toBe('Once');
  });

  it('is not lost to a refresh that is under way, nor overwritten by its late reply', async () => {
    const { crm, store, actions, line, quiet, shown } = await sitDown();
    const late = line.hold('GET');
    store.refresh();
    expect(shown().busy).toBe('reading');
    actions.startLocking();
    actions.type('Typed while it was read');
    actions.submit();
    await quiet();
    late.letGo();
    await quiet();
    expect(shown()).toMatchObject({
      lock: { reason: 'Typed while it was read' },
      notice: { kind: 'locked' },
    });
    expect(crm.sandbox.org.lockOf('Deals', DEALS.openDeal)?.reason).toBe('Typed while it was read');
  });

  it('keeps a text that is being typed while the lock is read', async () => {
    const { store, actions, quiet, shown } = await sitDown();
    actions.startLocking();
    actions.type('Half a');
    store.refresh();
    actions.type('Half a sentence');
    await quiet();
    expect(shown().task).toMatchObject({ kind: 'locking', draft: 'Half a sentence' });
  });

  it('finds that somebody was quicker, and lets the user choose', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm });
    const theirs = await sitDown({ crm, user: 'admin' });
    await theirs.lock('The administrator was quicker');
    expect(await mine.lock('I was slower')).toMatchObject({
      lock: { reason: 'The administrator was quicker' },
      task: { kind: 'choosing', mine: 'I was slower' },
      notice: { kind: 'lockedByOther' },
    });
    expect(mine.truth()?.reason).toBe('The administrator was quicker');
  });

  it('has nothing to choose when the quicker one gave the same reason', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm });
    const theirs = await sitDown({ crm, user: 'admin' });
    await theirs.lock('Contract is out');
    const shown = await mine.lock('Contract is out');
    expect(shown).toMatchObject({ task: { kind: 'idle' }, notice: { kind: 'lockedByOther' } });
  });

  it('finds that a rule was quicker', async () => {
    const { crm, lock } = await sitDown();
    const won = crm.sandbox.org.lockOf('Deals', DEALS.automaticDeal) ?? null;
    crm.sandbox.org.setLock('Deals', DEALS.openDeal, won);
    expect(await lock('By hand')).toMatchObject({
      lock: { source: 'automatic' },
      task: { kind: 'idle' },
      notice: { kind: 'lockedByOther' },
    });
  });

  it.each([
    ['the right is missing', 'viewer', 'Deals', 'noPermission'],
    ['only rules lock', 'sales', 'Invoices', 'automaticOnly'],
  ] as const)('says why not when %s, keeps the text and reads nothing', async (_why, user, module, kind) => {
    const crm = createCrm();
    const unlocked = crm.sandbox.org.records(module).find(({ id }) => !crm.sandbox.org.lockOf(module, id));
    const { lock, line } = await sitDown({ crm, user, module, id: unlocked?.id ?? '' });
    line.calls.length = 0;
    expect(await lock('Please')).toMatchObject({
      task: { kind: 'locking', draft: 'Please' },
      notice: { kind: 'failed', error: { kind } },
      busy: null,
    });
    expect(methods(line.calls)).toEqual(['POST']);
  });

  it.each(Object.keys(refused) as (keyof typeof refused)[])(
    'refused as %s can be sent again',
    async (kind) => {
      const { lock, line, after, actions } = await sitDown();
      line.next('POST', refused[kind]);
      expect(await lock('Please')).toMatchObject({
        task: { kind: 'locking', draft: 'Please' },
        notice: { kind: 'failed', error: { kind } },
      });
      expect(await after(() => actions.submit())).toMatchObject({
        lock: { reason: 'Please' },
        notice: { kind: 'locked' },
      });
    },
  );

  it('shows that the module is not configured, and keeps the text for later', async () => {
    const crm = createCrm();
    const id = crm.sandbox.org.records('Contacts')[0]?.id ?? '';
    const { actions, state, quiet, refresh, shown } = await sitDown({ crm, module: 'Contacts', id });
    actions.startLocking();
    actions.type('Not configured');
    actions.submit();
    await quiet();
    expect(state()).toEqual({ kind: 'notConfigured', module: 'Contacts', mayConfigure: false });
    await refresh();
    actions.startLocking();
    expect(shown().task).toMatchObject({ draft: 'Not configured' });
  });

  it('is over when another record is opened; the late reply is ignored', async () => {
    const { store, actions, line, quiet, shown } = await sitDown();
    const write = line.hold('POST');
    actions.startLocking();
    actions.type('For the first record');
    actions.submit();
    store.open({ kind: 'record', module: 'Deals', id: DEALS.wonUnlockedDeal });
    await quiet();
    write.letGo();
    await quiet();
    expect(shown()).toMatchObject({ lock: null, notice: null, task: { kind: 'idle' }, busy: null });
  });
});

describe('editing the reason', () => {
  it('starts from the present text and is one read and one write', async () => {
    const { actions, edit, line, shown, truth, changed } = await sitDown({ id: DEALS.manualDeal });
    const { access } = shown();
    actions.startEditing();
    expect(shown().task).toMatchObject({ kind: 'editing', draft: truth()?.reason });
    line.calls.length = 0;
    expect(await edit('Prices are final')).toMatchObject({
      lock: { reason: 'Prices are final', source: 'manual' },
      task: { kind: 'idle' },
      notice: { kind: 'reasonChanged' },
      access,
    });
    expect(methods(line.calls)).toEqual(['GET', 'PUT']);
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
    expect(line.calls).toEqual([]);
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
    expect(await mine.after(mine.actions.useMine)).toMatchObject({
      lock: { reason: 'Theirs again' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
    expect(await mine.after(mine.actions.useMine)).toMatchObject({
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
    expect(await mine.after(mine.actions.keepTheirs)).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'idle' },
    });
    expect(mine.line.calls).toEqual([]);
    mine.actions.startEditing();
    expect(mine.shown().task).toMatchObject({ draft: 'Theirs' });
  });

  it('finds the lock removed, and can lock again with the text', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.unlock();
    expect(await mine.edit('Mine')).toMatchObject({ lock: null, task: { kind: 'choosing', mine: 'Mine' } });
    expect(await mine.after(mine.actions.useMine)).toMatchObject({
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
  it('turns an edit into a choice when the reason was changed', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    mine.actions.startEditing();
    mine.actions.type('Mine');
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.edit('Theirs');
    await mine.refresh();
    expect(mine.shown()).toMatchObject({
      lock: { reason: 'Theirs' },
      task: { kind: 'choosing', mine: 'Mine' },
    });
  });

  it('goes on with an edit when nothing changed', async () => {
    const { actions, refresh, shown } = await sitDown({ id: DEALS.manualDeal });
    actions.startEditing();
    actions.type('Mine');
    await refresh();
    expect(shown().task).toMatchObject({ kind: 'editing', draft: 'Mine' });
  });

  it('withdraws the question whether to unlock when the lock has become another', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.bothDeal });
    mine.actions.askToUnlock();
    await mine.refresh();
    expect(mine.shown().task.kind).toBe('unlocking');
    const theirs = await sitDown({ crm, id: DEALS.bothDeal, user: 'admin' });
    await theirs.unlock();
    await mine.refresh();
    expect(mine.shown()).toMatchObject({ lock: { source: 'automatic' }, task: { kind: 'idle' } });
  });

  it('that fails leaves what is shown, and says that it may be old', async () => {
    const { actions, refresh, line, shown } = await sitDown({ id: DEALS.manualDeal });
    actions.startEditing();
    actions.type('Mine');
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

describe('unlocking', () => {
  it('asks first, is one write and one read, and offers to lock again', async () => {
    const { actions, after, line, shown, truth } = await sitDown({ id: DEALS.manualDeal });
    const reason = truth()?.reason ?? '';
    line.calls.length = 0;
    actions.askToUnlock();
    expect(shown().task).toEqual({ kind: 'unlocking' });
    expect(line.calls).toEqual([]);
    expect(await after(() => actions.unlock())).toMatchObject({
      lock: null,
      task: { kind: 'idle' },
      notice: { kind: 'unlocked', undo: reason },
    });
    expect(methods(line.calls)).toEqual(['DELETE', 'GET']);
    expect(truth()).toBeUndefined();
    line.calls.length = 0;
    const undone = await after(() => {
      actions.undo();
      actions.undo();
    });
    expect(undone).toMatchObject({ lock: { reason: reason.trim() }, notice: { kind: 'locked' } });
    expect(methods(line.calls)).toEqual(['POST', 'GET']);
  });

  it('does nothing when the question is cancelled', async () => {
    const { actions, line, shown } = await sitDown({ id: DEALS.manualDeal });
    line.calls.length = 0;
    actions.askToUnlock();
    actions.cancel();
    expect([shown().task.kind, line.calls]).toEqual(['idle', []]);
  });

  it('sends once, however often it is clicked', async () => {
    const { actions, after, line } = await sitDown({ id: DEALS.manualDeal });
    line.calls.length = 0;
    actions.askToUnlock();
    await after(() => {
      void actions.unlock();
      void actions.unlock();
    });
    expect(methods(line.calls)).toEqual(['DELETE', 'GET']);
  });

  it('keeps the reason in the form when undoing fails', async () => {
    const { actions, after, line, unlock, truth } = await sitDown({ id: DEALS.manualDeal });
    const reason = truth()?.reason ?? '';
    await unlock();
    line.next('POST', refused.rateLimited);
    expect(await after(actions.undo)).toMatchObject({ task: { kind: 'locking', draft: reason } });
  });

  it('says that a rule remains, of a lock held by both', async () => {
    const { unlock } = await sitDown({ id: DEALS.bothDeal });
    expect(await unlock()).toMatchObject({ lock: { source: 'automatic' }, notice: { kind: 'ruleRemains' } });
  });

  it('says that a rule remains when somebody else was quicker with the part by hand', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.bothDeal });
    const theirs = await sitDown({ crm, id: DEALS.bothDeal, user: 'admin' });
    await theirs.unlock();
    const shown = await mine.unlock();
    expect(shown).toMatchObject({ lock: { source: 'automatic' }, notice: { kind: 'ruleRemains' } });
  });

  it('says why not where a lock held by both cannot be taken', async () => {
    const { unlock } = await sitDown({ crm: createCrm({ unlockOfBoth: 'refused' }), id: DEALS.bothDeal });
    expect(await unlock()).toMatchObject({
      lock: { source: 'both' },
      notice: { kind: 'failed', error: { kind: 'automaticLock' } },
    });
  });

  it('finds that somebody else unlocked it already', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.unlock();
    const shown = await mine.unlock();
    expect(shown).toMatchObject({ lock: null, notice: { kind: 'removedByOther' } });
    expect(shown.notice?.undo).toBeUndefined();
  });

  it('leaves a lock alone that replaced the one it was about', async () => {
    const crm = createCrm();
    const mine = await sitDown({ crm, id: DEALS.manualDeal });
    const theirs = await sitDown({ crm, id: DEALS.manualDeal, user: 'admin' });
    await theirs.unlock();
    await theirs.lock('A lock of my own');
    expect(await mine.unlock()).toMatchObject({
      lock: { reason: 'A lock of my own' },
      notice: { kind: 'changedByOther' },
    });
    expect(mine.truth()?.reason).toBe('A lock of my own');
  });

  it('says that the right is missing', async () => {
    const { unlock, truth } = await sitDown({ id: DEALS.manualDeal, user: 'viewer' });
    expect(await unlock()).toMatchObject({
      lock: { source: 'manual' },
      notice: { kind: 'failed', error: { kind: 'noPermission' } },
    });
    expect(truth()?.source).toBe('Manual');
  });
});
