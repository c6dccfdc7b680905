import type { CrmReply, CrmRequest } from '../../src/crm/transport';
import { caller } from '../sandbox/api/client';
import { isArray, isObject, type JsonObject } from '../sandbox/api/json';
import { createSandbox, type Sandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import type { Configuration, Lock } from '../sandbox/api/types';
import { landmarks } from '../sandbox/data/landmarks';

export const DEALS = landmarks();
export const MODULE = 'Deals';
/** The records that histories are about: unlocked, locked by hand, and locked both ways. */
export const RECORDS = [DEALS.openDeal, DEALS.manualDeal, DEALS.bothDeal] as const;
/** Changes records so that rules lock or release them; exempt from locks, and on neither widget. */
const CHANGER = 'exempt';

/** What Zoho leaves open is answered in both ways. */
const READINGS: readonly SandboxOptions[] = [
  {},
  { putMode: 'replace', missingConfiguration: 'not-allowed' },
  { unlockOfBoth: 'refused', releaseWhenUnmatched: false, locksOfDeletedRule: 'stay' },
];
export const READING_COUNT = READINGS.length;

/** The one CRM of a history. */
export interface World {
  readonly sandbox: Sandbox;
  readonly options: SandboxOptions;
  reach(user: string, request: CrmRequest): Promise<CrmReply>;
  lock(record: string): Lock | null;
  configuration(): Configuration | null;
  /** Moves a deal into the stage that the rule is about, or out of it. */
  moveStage(record: string, won: boolean): Promise<void>;
  /** Calls in the log that were meant to change a lock or a configuration. */
  writes(): number;
  /** Back to the start, in almost no time: a history changes little. */
  reset(): void;
}

/** Modules and fields that the histories need; the whole lists would only make each history slow. */
const FEW: Readonly<Record<string, readonly string[]>> = {
  modules: ['Deals', 'Leads', 'Campaigns'],
  fields: ['Stage', 'Description', 'Next_Step', 'Deal_Name', 'Amount'],
};

const shorten = (body: unknown): unknown =>
  isObject(body)
    ? Object.fromEntries(
        Object.entries(body).map(([key, list]) => [
          key,
          isArray(list) && FEW[key]
            ? list.filter((row) => isObject(row) && FEW[key]?.includes(String(row.api_name)))
            : list,
        ]),
      )
    : body;

const isStatic = ({ method, path }: CrmRequest): boolean =>
  method === 'GET' && /\/settings\/(modules|fields|profiles|custom_buttons)$|\/__features\//.test(path);

/** Several reads in one call are posted, but change nothing. */
export const isWrite = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method !== 'GET' && !path.endsWith('/__composite_requests');

function createWorld(reading: SandboxOptions, now: () => number): World {
  const options = { ...reading, now: () => new Date(now()) };
  const sandbox = createSandbox(options);
  const { state } = sandbox.org;
  const records = Object.fromEntries(RECORDS.map((id) => [id, state.records[MODULE]?.[id] ?? { id }]));
  const locks = Object.fromEntries(Object.entries(state.locks[MODULE] ?? {}).filter(([id]) => id in records));
  const { configurations, counter } = state;
  const known = new Map<string, CrmReply>();
  const start = JSON.stringify({ locks: { [MODULE]: locks }, configurations });

  async function reach(user: string, request: CrmRequest): Promise<CrmReply> {
    const { method, path, query, body } = request;
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const name = `${path}${search}`;
    const kept = isStatic(request) ? known.get(name) : undefined;
    if (kept) return kept;
    const sent = body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as JsonObject);
    const reply = await caller(sandbox, user)(method, `${path.replace('/crm/v8', '')}${search}`, sent);
    if (!isStatic(request)) return reply;
    const short = { ...reply, body: shorten(reply.body) };
    known.set(name, short);
    return short;
  }

  return {
    sandbox,
    options: reading,
    reach,
    lock: (record) => sandbox.org.lockOf(MODULE, record) ?? null,
    configuration: () => sandbox.org.configurationOf(MODULE) ?? null,
    async moveStage(record, won) {
      const Stage = won ? 'Closed Won' : 'Qualification';
      await caller(sandbox, CHANGER)('PUT', `/${MODULE}/${record}`, { data: [{ Stage }] });
    },
    writes: () => sandbox.log.filter((call) => isWrite(call) && call.user !== CHANGER).length,
    reset() {
      Object.assign(state, JSON.parse(start), { counter });
      state.records = { [MODULE]: { ...records } };
      sandbox.clearLog();
    },
  };
}

/** One world for each reading of what Zoho leaves open, to be used again and again. */
export function createWorlds(now: () => number): (reading: number) => World {
  const worlds = READINGS.map((reading) => createWorld(reading, now));
  return (reading) => {
    const world = worlds[reading % worlds.length];
    if (!world) throw new Error('There is no such reading');
    world.reset();
    return world;
  };
}
