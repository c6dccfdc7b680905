import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BULK_ACTS, type BulkAct, openBulkPage } from './bulk-page';
import { BulkWire } from './bulk-wire';
import { FAULT_NAMES, type FaultName } from './faults';
import { installClock, type VirtualClock } from './virtual-clock';
import { createWorlds, READING_COUNT, RECORDS } from './world';

type Step =
  | { readonly kind: 'act'; readonly who: number; readonly act: BulkAct }
  | { readonly kind: 'wire'; readonly picks: readonly number[] }
  | { readonly kind: 'fault'; readonly who: number; readonly how: FaultName }
  | { readonly kind: 'settle' };

const OFTEN = ['lock', 'unlock', 'edit', 'retry', 'undo'] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      who: fc.nat(1),
      act: fc.constantFrom(...BULK_ACTS, ...OFTEN),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('wire' as const),
      picks: fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      who: fc.nat(1),
      how: fc.constantFrom(...FAULT_NAMES),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'settle' as const }) },
);

/** More steps than any history leaves under way. */
const ENDLESS = 3_000;
const { HISTORIES_SEED, HISTORIES_PATH, HISTORIES_RUNS } = process.env;

it('ends every history of two people who change the same records with both seeing what is true', async () => {
  const clock = installClock();
  const worlds = createWorlds(clock.now);
  const counts = { writes: 0, faults: 0 };
  try {
    const details = await fc.check(
      fc.asyncProperty(
        fc.nat(READING_COUNT - 1),
        fc.array(step, { minLength: 1, maxLength: 25, size: 'max' }),
        async (reading, steps) => {
          clock.clear();
          const world = worlds(reading);
          const wire = new BulkWire(world);
          const pages = ['sales', 'admin'].map((user) => openBulkPage(wire, user, RECORDS, clock.now));
          const settle = async (): Promise<void> => {
            if (!(await settled(wire, clock))) wire.wrongs.push('It goes on without end');
            for (const page of pages) if (page.isBusy()) wire.wrongs.push('A run never ends');
          };
          await settle();
          for (const [index, one] of steps.entries()) {
            if (one.kind === 'act') pages[one.who]?.act(one.act, `Text ${index}`);
            else if (one.kind === 'fault') pages[one.who]?.asker().faults.push(one.how);
            else if (one.kind === 'settle') await settle();
            else for (const pick of one.picks) await wire.step(pick);
          }
          for (const page of pages) page.asker().faults.length = 0;
          await settle();
          for (const page of pages) page.act('check', '');
          await settle();
          for (const page of pages) page.act('refresh', '');
          await settle();
          counts.writes += wire.writes;
          counts.faults += wire.faults;
          const wrongs = [...wire.wrongs, ...pages.flatMap((page) => page.untrue())];
          if (wrongs.length) throw new Error(wrongs.join('\n'));
        },
      ),
      {
        numRuns: Number(HISTORIES_RUNS ?? 400),
        seed: HISTORIES_SEED === undefined ? Date.now() : Number(HISTORIES_SEED),
        ...(HISTORIES_PATH !== undefined && { path: HISTORIES_PATH }),
      },
    );
    expect(
      details.failed ? `${details.errorInstance}\n${fc.defaultReportMessage(details)}` : null,
    ).toBeNull();
    // A history in which nothing happens would prove nothing.
    if (HISTORIES_PATH === undefined) {
      expect(counts.writes).toBeGreaterThan(0);
      expect(counts.faults).toBeGreaterThan(0);
    }
  } finally {
    clock.uninstall();
  }
}, 300_000);

it('restores with Undo exactly what a run did, whatever went wrong during the run', async () => {
  const clock = installClock();
  const worlds = createWorlds(clock.now);
  let undone = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(READING_COUNT - 1),
        fc.constantFrom('lock' as const, 'unlock' as const, 'edit' as const),
        fc.array(fc.constantFrom(...FAULT_NAMES), { maxLength: 4 }),
        async (reading, act, faults) => {
          clock.clear();
          const world = worlds(reading);
          const wire = new BulkWire(world);
          const page = openBulkPage(wire, 'sales', RECORDS, clock.now);
          const settle = () => settled(wire, clock);
          const held = () => RECORDS.map((id) => world.lock(id)?.reason ?? null);
          await settle();
          const before = held();
          page.act(act, 'Audit');
          page.asker().faults.push(...faults);
          await settle();
          page.asker().faults.length = 0;
          page.act('check', '');
          await settle();
          undone += page.store().page()?.run?.steps.undo ?? 0;
          page.act('undo', '');
          await settle();
          // What a page had given up waiting for is carried out in between, and is no part of the run.
          if (!faults.includes('acts after the bound')) expect(held()).toEqual(before);
          expect(wire.wrongs).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    expect(undone).toBeGreaterThan(0);
  } finally {
    clock.uninstall();
  }
}, 300_000);

/** Lets all that is under way come to its end; false when it never does. */
async function settled(wire: BulkWire, clock: VirtualClock): Promise<boolean> {
  for (let left = ENDLESS, idle = 0; idle < 4; left -= 1) {
    if (left < 0) return false;
    idle = (await wire.step(left)) || clock.next() ? 0 : idle + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return true;
}
