import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, methods, refused } from './support/crm';
import { sitDown } from './support/harness';

describe('unlocking', () => {
  it('asks first, is one write and one read, and offers to lock again', async () => {
    const { commands, settled, line, shown, truth } = await sitDown({ id: DEALS.manualDeal });
    const reason = truth()?.reason ?? '';
    line.calls.length = 0;
    commands.askToUnlock();
    expect(shown().task).toEqual({ kind: 'unlocking' });
    expect(line.calls).toEqual([]);
    expect(await settled(() => commands.unlock())).toMatchObject({
      lock: null,
      task: { kind: 'idle' },
      notice: { kind: 'unlocked', undo: reason },
    });
    expect(methods(line.calls)).toEqual(['DELETE', 'GET']);
    expect(truth()).toBeUndefined();
    line.calls.length = 0;
    const undone = await settled(() => {
      commands.undo();
      commands.undo();
    });
    expect(undone).toMatchObject({ lock: { reason: reason.trim() }, notice: { kind: 'locked' } });
    expect(methods(line.calls)).toEqual(['POST', 'GET']);
  });

  it('does nothing when the question is cancelled', async () => {
    const { commands, line, shown } = await sitDown({ id: DEALS.manualDeal });
    line.calls.length = 0;
    commands.askToUnlock();
    commands.cancel();
    expect([shown().task.kind, line.calls]).toEqual(['idle', []]);
  });

  it('sends once, however often it is clicked', async () => {
    const { commands, settled, line } = await sitDown({ id: DEALS.manualDeal });
    line.calls.length = 0;
    commands.askToUnlock();
    await settled(() => {
      void commands.unlock();
      void commands.unlock();
    });
    expect(methods(line.calls)).toEqual(['DELETE', 'GET']);
  });

  it('keeps the reason in the form when undoing fails', async () => {
    const { commands, settled, line, unlock, truth } = await sitDown({ id: DEALS.manualDeal });
    const reason = truth()?.reason ?? '';
    await unlock();
    line.next('POST', refused.rateLimited);
    expect(await settled(commands.undo)).toMatchObject({ task: { kind: 'locking', draft: reason } });
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
