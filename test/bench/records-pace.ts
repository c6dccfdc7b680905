/**
 * Part of `npm run bench`: how long a run over 1,000 records takes where each call takes 100 ms and the organisation allows 10, or 5,
 * calls at once. The page's own run over a stand-in for the CRM, on a clock that only moves when it is told to.
 */
import { createCallLine } from '../../src/crm/call-line';
import type { CrmReply, CrmRequest } from '../../src/crm/transport';
import type { RowTask } from '../../src/locking/bulk/plan-run';
import { createRun } from '../../src/records/run/create-run';
import { createJournalKeeper } from '../../src/records/run/journal-keeper';
import { installClock } from '../histories/virtual-clock';
import { fakeMemory } from '../record/support/harness';

const RECORDS = 1_000;
const LATENCY_MS = 100;
const TOLERANCE = 1.05;
const MOST_REFUSED = 0.03;

const LIMITED: CrmReply = { status: 429, body: { code: 'TOO_MANY_REQUESTS', status: 'error' } };

interface Measured {
  readonly seconds: number;
  readonly refused: number;
  readonly locked: number;
}

/** One run where so many calls at once are allowed. */
async function measure(atOnce: number): Promise<Measured> {
  const clock = installClock();
  const start = clock.now();
  let underWay = 0;
  let refused = 0;
  let writes = 0;
  let ended = 0;
  const locked = new Set<string>();
  const answer = ({ method, path, query }: CrmRequest): CrmReply => {
    if (method === 'POST') {
      const id = path.split('/')[4] ?? '';
      locked.add(id);
      return { status: 201, body: { data: [{ code: 'SUCCESS', details: { id: `9${id}` } }] } };
    }
    const data = (query?.ids ?? '')
      .split(',')
      .map((id) => ({ id, Deal_Name: id, Locked__s: locked.has(id) }));
    return { status: 200, body: { data, info: { more_records: false } } };
  };
  const send = (request: CrmRequest): Promise<CrmReply> =>
    new Promise((resolve) => {
      if (underWay >= atOnce) {
        refused += 1;
        setTimeout(() => resolve(LIMITED), LATENCY_MS);
        return;
      }
      underWay += 1;
      if (request.method === 'POST') writes += 1;
      setTimeout(() => {
        underWay -= 1;
        resolve(answer(request));
      }, LATENCY_MS);
    });
  const tasks = new Map<string, RowTask>(
    Array.from({ length: RECORDS }, (_, i) => [String(1_000_000 + i), { kind: 'lock', reason: 'Audit' }]),
  );
  const run = createRun(
    {
      line: createCallLine({
        send,
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        onLimited() {},
        random: () => 0.5,
      }),
      module: 'Deals',
      me: () => null,
      now: clock.now,
      journal: createJournalKeeper(fakeMemory(), fakeMemory(), clock.now),
      onRow() {},
      onListed() {},
      onRun: ({ phase }) => {
        if (phase === 'ended') ended = clock.now();
      },
    },
    { action: 'lock', undoing: false, tasks },
  );
  const over = run.goOn();
  for (let idle = 0; idle < 3; ) {
    await new Promise((resolve) => setImmediate(resolve));
    if (clock.next()) idle = 0;
    else idle += 1;
  }
  await over;
  clock.uninstall();
  return { seconds: (ended - start) / 1000, refused: refused / (writes + refused), locked: locked.size };
}

console.log(`a run over ${RECORDS} records, ${LATENCY_MS} ms per call`);
for (const atOnce of [10, 5]) {
  const { seconds, refused, locked } = await measure(atOnce);
  const ideal = (RECORDS * LATENCY_MS) / atOnce / 1000;
  const limit =
    atOnce === 10
      ? `limit ${(ideal * TOLERANCE).toFixed(2)} s`
      : `${(ideal * TOLERANCE).toFixed(1)} s would be 1.05 ×`;
  console.log(
    `  ${atOnce} calls at once  ${seconds.toFixed(2)} s  (${limit}), ${(refused * 100).toFixed(2)} % of calls refused (limit ${MOST_REFUSED * 100} %), ${locked} locked`,
  );
  const tooSlow = atOnce === 10 && seconds > ideal * TOLERANCE;
  if (tooSlow || refused > MOST_REFUSED || locked !== RECORDS) process.exitCode = 1;
}
