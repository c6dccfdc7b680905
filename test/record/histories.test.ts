import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCrm, DEALS, lostAfter, lostBefore } from './support/crm';
import { sitDown } from './support/desk';

/** Steps that either of two people may take, each with a call that may go wrong on the way. */
const step = fc.record({
  who: fc.constantFrom(0, 1),
  act: fc.constantFrom(
    'lock',
    'edit',
    'unlock',
    'undo',
    'mine',
    'theirs',
    'refresh',
    'cancel',
    'rule',
    'reload',
  ),
  fault: fc.option(
    fc.record({
      method: fc.constantFrom('GET' as const, 'POST' as const, 'PUT' as const, 'DELETE' as const),
      how: fc.constantFrom(...Object.values(lostBefore), ...Object.values(lostAfter)),
    }),
    { freq: 2 },
  ),
});

type Desk = Awaited<ReturnType<typeof sitDown>>;

/** Whether there was anything to do. */
async function take(desk: Desk, act: string, text: string): Promise<boolean> {
  const { actions, store, quiet } = desk;
  const state = store.shown();
  if (act === 'refresh') store.refresh();
  else if (act === 'cancel') actions.cancel();
  else if (act === 'undo') actions.undo();
  else if (act === 'mine') actions.useMine();
  else if (act === 'theirs' && state?.task.kind === 'choosing') actions.keepTheirs();
  else if (act === 'lock' && state?.task.kind === 'idle' && !state.lock) await desk.lock(text);
  else if (act === 'edit' && state?.task.kind === 'idle' && state.lock) await desk.edit(text);
  else if (act === 'unlock' && state?.task.kind === 'idle' && state.lock) await desk.unlock();
  else return false;
  await quiet();
  return act === 'lock' || act === 'edit' || act === 'unlock';
}

describe('any history of two people on one record', () => {
  it('ends, after a refresh, with both seeing what is true', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const crm = createCrm();
        const { org } = crm.sandbox;
        const desks = [await sitDown({ crm, user: 'sales' }), await sitDown({ crm, user: 'admin' })];
        for (const [index, { who, act, fault }] of steps.entries()) {
          const desk = desks[who];
          if (!desk) continue;
          let acted = false;
          if (fault) desk.line.next(fault.method, fault.how);
          if (act === 'rule') {
            const rule = org.lockOf('Deals', DEALS.automaticDeal);
            const present = org.lockOf('Deals', DEALS.openDeal);
            if (rule && !present) org.setLock('Deals', DEALS.openDeal, rule);
          } else if (act === 'reload') {
            const { memory, session } = desk;
            desks[who] = await sitDown({ crm, user: who ? 'admin' : 'sales', memory, session });
          } else acted = await take(desk, act, `Reason ${index}`);

          const state = desks[who]?.store.shown();
          // Nothing is left hanging, and what was just said to be done is done.
          expect(state?.busy ?? null).toBeNull();
          const truth = org.lockOf('Deals', DEALS.openDeal);
          if (acted && /^(locked|unlocked|reasonChanged)/.test(state?.notice?.kind ?? ''))
            expect(state?.lock?.reason ?? null).toBe(truth?.reason ?? null);
        }
        for (const desk of desks) {
          // What is still in line to go wrong goes wrong now.
          for (let tries = 0; tries < 20; tries += 1) await desk.refresh();
          const state = desk.state();
          const truth = org.lockOf('Deals', DEALS.openDeal);
          expect(state.kind).toBe('record');
          expect(desk.shown().lock?.id).toBe(truth?.id);
          expect(desk.shown().lock?.reason ?? null).toBe(truth?.reason ?? null);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
