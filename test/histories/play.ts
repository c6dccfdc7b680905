import type { FaultName } from './faults';
import { openRecordPage, type RecordAct } from './record-harness';
import { openSettingsPage, type SettingsAct } from './settings-harness';
import type { VirtualClock } from './virtual-clock';
import { type Counts, Wire } from './wire';
import { RECORDS, type World } from './world';

export type Step =
  | { readonly kind: 'record'; readonly who: number; readonly act: RecordAct; readonly record: number }
  | { readonly kind: 'settings'; readonly who: number; readonly act: SettingsAct; readonly edit: number }
  /** One call goes a step further. */
  | { readonly kind: 'wire'; readonly pick: number }
  /** Everything under way comes to its end. */
  | { readonly kind: 'settle' }
  | {
      readonly kind: 'fault';
      readonly who: number;
      readonly on: 'read' | 'write' | 'any';
      readonly how: FaultName;
    }
  | { readonly kind: 'stage'; readonly record: number; readonly won: boolean }
  | { readonly kind: 'clock'; readonly seconds: number };

export interface History {
  /** Which answers the CRM gives to what is open. */
  readonly reading: number;
  /** Both people look at the same record before it begins. */
  readonly opened: boolean;
  readonly steps: readonly Step[];
}

/** More steps than any history leaves under way: whoever needs more asks without end. */
const ENDLESS = 2_000;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('An empty list');
  return found;
};

/** Plays a history to its end and to the truth. Gives what must not be, in words; none when all was well. */
export async function play(
  { reading, opened, steps }: History,
  worlds: (reading: number) => World,
  clock: VirtualClock,
  counts: Counts,
): Promise<readonly string[]> {
  clock.clear();
  const world = worlds(reading);
  const wire = new Wire(world, counts);
  const people = [openRecordPage(wire, 'sales', clock.now), openRecordPage(wire, 'admin', clock.now)];
  const settings = new Map<number, ReturnType<typeof openSettingsPage>>();
  // Who is never asked for anything opens nothing: most histories need not all pages.
  const administrators = (who: number) => {
    const open = settings.get(who) ?? openSettingsPage(wire, who ? 'admin2' : 'admin', clock.now);
    settings.set(who, open);
    return open;
  };

  async function settle(): Promise<void> {
    for (let left = ENDLESS; (await wire.step(left)) || clock.next(); left -= 1)
      if (left < 0) return void wire.wrongs.push('It goes on without end');
    for (const page of [...people, ...settings.values()]) page.checkQuiet();
  }

  async function take(step: Step, text: string): Promise<void> {
    if (step.kind === 'record') at(people, step.who).act(step.act, text, at(RECORDS, step.record));
    else if (step.kind === 'settings') administrators(step.who).act(step.act, step.edit, text);
    else if (step.kind === 'wire') await wire.step(step.pick);
    else if (step.kind === 'settle') await settle();
    else if (step.kind === 'clock') clock.advance(step.seconds * 1_000);
    else if (step.kind === 'fault') {
      const pages = [...people, ...settings.values()];
      at(pages, step.who).asker().faults.push(step);
    } else {
      wire.forgetAuthors();
      await world.moveStage(at(RECORDS, step.record), step.won);
    }
  }

  counts.histories += 1;
  if (opened) {
    for (const page of people) page.act('open', '', at(RECORDS, 0));
    await settle();
  }
  for (const [index, step] of steps.entries()) {
    counts.steps += 1;
    await take(step, `Text ${index}`);
    for (const page of people) page.check();
    if (wire.wrongs.length) return wire.wrongs;
  }

  for (const page of [...people, ...settings.values()]) page.asker().faults.length = 0;
  await settle();
  for (const page of people) page.refresh();
  for (const page of settings.values()) page.act('reload', 0, '');
  await settle();
  for (const page of [...people, ...settings.values()]) page.checkTruth();
  if (world.writes() !== wire.written) wire.wrongs.push('The log of the CRM holds other writes');
  return wire.wrongs;
}
