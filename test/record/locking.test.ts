import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, lockCalls, methods, refused } from './support/crm';
import { sitDown } from './support/harness';

const LOCK = 'Locking_Information__s';

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
    expect(lockCalls(line.calls)).toEqual([
      `POST Deals/${DEALS.openDeal}/${LOCK}`,
      `GET Deals/${DEALS.openDeal}/${LOCK}/${truth()?.id}`,
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
      expect(lockCalls(line.calls)).toEqual([]);
    },
  );

  it('sends once, however often it is clicked, and takes no other text meanwhile', async () => {
    const { commands, line, quiet, truth } = await sitDown();
    line.calls.length = 0;
    commands.startLocking();
    commands.type('Once');
    commands.submit();
    commands.submit();
    commands.type('Twice');
    commands.cancel();
    commands.submit();
    await quiet();
    expect(methods(line.calls)).toEqual(['POST', 'GET']);
    expect(truth()?.reason).toBe('Once');
  });

  it('leaves everything as it is while it is being sent', async () => {
    const { commands, line, quiet, shown } = await sitDown();
    const write = line.hold('POST');
    commands.startLocking();
    commands.type('Being sent');
    commands.submit();
    await quiet();
    const before = shown();
    expect(before).toMatchObject({ busy: 'writing', task: { kind: 'locking', draft: 'Being sent' } });
    commands.type('Something else');
    commands.cancel();
    commands.startLocking();
    commands.keepTheirs();
    expect(shown()).toEqual(before);
    write.letGo();
    await quiet();
    expect(shown()).toMatchObject({ lock: { reason: 'Being sent' }, busy: null });
  });

  it('is not lost to a refresh that is under way, nor overwritten by its late reply', async () => {
    const { crm, store, commands, line, quiet, shown } = await sitDown();
    const late = line.hold('GET');
    store.refresh();
    expect(shown().busy).toBe('reading');
    commands.startLocking();
    commands.type('Typed while it was read');
    commands.submit();
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
    const { store, commands, quiet, shown } = await sitDown();
    commands.startLocking();
    commands.type('Half a');
    store.refresh();
    commands.type('Half a sentence');
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
      const { lock, line, settled, commands } = await sitDown();
      line.next('POST', refused[kind]);
      expect(await lock('Please')).toMatchObject({
        task: { kind: 'locking', draft: 'Please' },
        notice: { kind: 'failed', error: { kind } },
      });
      expect(await settled(() => commands.submit())).toMatchObject({
        lock: { reason: 'Please' },
        notice: { kind: 'locked' },
      });
    },
  );

  it('shows that the module is not configured, and keeps the text for later', async () => {
    const crm = createCrm();
    const id = crm.sandbox.org.records('Contacts')[0]?.id ?? '';
    const { commands, state, quiet, refresh, shown } = await sitDown({ crm, module: 'Contacts', id });
    commands.startLocking();
    commands.type('Not configured');
    commands.submit();
    await quiet();
    expect(state()).toEqual({ kind: 'notConfigured', module: 'Contacts', mayConfigure: false });
    await refresh();
    commands.startLocking();
    expect(shown().task).toMatchObject({ draft: 'Not configured' });
  });

  it('is over when another record is opened; the late reply is ignored', async () => {
    const { store, commands, line, quiet, shown } = await sitDown();
    const write = line.hold('POST');
    commands.startLocking();
    commands.type('For the first record');
    commands.submit();
    store.open({ kind: 'record', module: 'Deals', id: DEALS.wonUnlockedDeal });
    await quiet();
    write.letGo();
    await quiet();
    expect(shown()).toMatchObject({ lock: null, notice: null, task: { kind: 'idle' }, busy: null });
  });
});
