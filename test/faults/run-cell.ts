import { isCallOf, type Session, type Site } from './session';
import type { WireFault } from './wire-faults';

/** What a person at this site goes through with one fault; empty when all of it is as it has to be. */
export async function runCell(site: Site, fault: WireFault): Promise<string[]> {
  const session = await site.start();
  const { line, sandbox } = session;
  const wrong: string[] = [];
  const note = (when: string, found: readonly string[]) =>
    wrong.push(...found.map((what) => `${when}: ${what}`));

  sandbox.clearLog();
  const before = line.calls.length;
  line.meet(fault, isCallOf(site), site.nth ?? 1);
  await session.act();
  await line.settled(fault.late);
  if (!line.met()) return [`the call “${site.call}” was not made`];
  if (fault.late) {
    await session.goOn();
    await line.settled(true);
    line.endFault();
    await line.settled();
  }
  note('in it', await session.lies(fault.forbids === true));
  note('in it', session.lost());
  line.endFault();
  await session.retry();
  await line.settled();
  note('afterwards', await session.missing());

  const writes = line.calls
    .slice(before)
    .filter((call) => isWrite(call) && !(session.resends && call.limited)).length;
  if (writes > session.asked()) wrong.push(`${writes} writes were sent for ${session.asked()} asked for`);
  const effective = effectiveWrites(session);
  const wanted = session.effects ?? 1;
  if (session.asked() > 0 && !session.repeatable && effective !== wanted)
    wrong.push(`${effective} writes had an effect instead of ${wanted}`);
  return wrong;
}

const isWrite = ({ method, path }: { method: string; path: string }): boolean =>
  method !== 'GET' && !/\/(coql|__composite_requests)$/.test(path);

const effectiveWrites = ({ sandbox }: Session): number =>
  sandbox.log.filter((call) => isWrite(call) && call.status < 300).length;
