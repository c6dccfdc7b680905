import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';
import { isArray, isObject } from '../sandbox/api/json';
import type { Configuration, Lock } from '../sandbox/api/types';
import { FAULTS, type Fault, type FaultName } from './faults';
import { isWrite, MODULE, type World } from './world';

/** One thing a person asked for by one press, and what became of it. At most one write may come of it. */
export interface Wish {
  readonly what: string;
  /** Null when this is the write that was asked for, else what is wrong with it. */
  readonly judge: (request: CrmRequest) => string | null;
  sent: boolean;
  /** The CRM did it. */
  effective: boolean;
}

/** What a read saw at the moment when the CRM answered it. */
export interface Seen {
  /** Grows with every call that the CRM carries out. */
  readonly at: number;
  readonly record: string | null;
  readonly lock: Lock | null;
  readonly configuration: Configuration | null;
  /** Who changed what was read last before that. */
  readonly author: Wish | null;
}

/** A page as the wire knows it. */
export interface Asker {
  readonly user: string;
  /** What it shows, and so which reads count. */
  readonly shows: 'lock' | 'configuration';
  /** The record that is open. */
  readonly about?: () => string | undefined;
  /** The page is gone: no reply reaches it. */
  gone: boolean;
  wish: Wish | null;
  /** The read whose answer came last. */
  seen: Seen | null;
  lastFault: FaultName | null;
  readonly faults: { readonly on: 'read' | 'write' | 'any'; readonly how: FaultName }[];
}

interface Call {
  readonly asker: Asker;
  readonly request: CrmRequest;
  readonly wish: Wish | null;
  readonly fault: Fault | null;
  readonly resolve: (reply: CrmReply) => void;
  reply: CrmReply | null;
  seen: Seen | null;
  /** The page no longer waits for it. */
  abandoned: boolean;
}

export interface Counts {
  histories: number;
  steps: number;
  calls: number;
  faults: number;
  writes: number;
  effective: number;
  /** Writes that the CRM carried out after the page had stopped waiting. */
  late: number;
  claims: number;
}

export const noCounts = (): Counts => ({
  histories: 0,
  steps: 0,
  calls: 0,
  faults: 0,
  writes: 0,
  effective: 0,
  late: 0,
  claims: 0,
});

const succeeded = ({ request: { path }, reply }: Call): boolean => {
  if (!reply || !('body' in reply) || reply.status >= 300 || !isObject(reply.body)) return false;
  const key = path.includes('/settings/') ? 'record_locking_configurations' : 'data';
  const list = reply.body[key];
  const row = isArray(list) ? list[0] : undefined;
  return isObject(row) && row.code === 'SUCCESS';
};

const recordIn = (path: string): string | null =>
  new RegExp(`^/crm/v8/${MODULE}/(\\w+)`).exec(path)?.[1] ?? null;

const isConfigurationOfModule = ({ path, query }: CrmRequest): boolean =>
  path.endsWith('/settings/record_locking_configurations') && query?.module === MODULE;

const flush = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Everything between the pages and the CRM. A call waits until it is picked: once for the CRM to act, once more for its reply to
 * arrive. So calls overtake each other in any order, and the order is the history's.
 */
export class Wire {
  readonly calls: Call[] = [];
  /** What must not be, in words. */
  readonly wrongs: string[] = [];
  written = 0;
  private time = 0;
  private readonly authors = new Map<string, Wish>();

  constructor(
    readonly world: World,
    readonly counts: Counts,
  ) {}

  send =
    (asker: Asker): Send =>
    (request) =>
      new Promise((resolve) => {
        const write = isWrite(request);
        const index = asker.faults.findIndex(({ on }) => on === 'any' || (on === 'write') === write);
        let [met] = index < 0 ? [] : asker.faults.splice(index, 1);
        // Nothing tells a host that hides every 204 from two bodies lost in a row.
        if (met?.how === 'empty body' && asker.lastFault === met.how) met = undefined;
        asker.lastFault = met?.how ?? null;
        this.counts.calls += 1;
        if (met) this.counts.faults += 1;
        this.calls.push({
          asker,
          request,
          wish: write ? this.claim(asker, request) : null,
          fault: met ? FAULTS[met.how] : null,
          resolve,
          reply: null,
          seen: null,
          abandoned: false,
        });
      });

  /** Every write is asked for, as it is, by exactly one press. */
  private claim(asker: Asker, request: CrmRequest): Wish | null {
    const { wish } = asker;
    const name = `${asker.user}: ${request.method} ${request.path}`;
    if (!wish || wish.sent) {
      this.wrongs.push(`${name} was asked for by nobody${wish ? ` (again after ${wish.what})` : ''}`);
      return null;
    }
    const wrong = wish.judge(request);
    if (wrong !== null) this.wrongs.push(`${name} is not what ${wish.what} asked for: ${wrong}`);
    wish.sent = true;
    return wish;
  }

  /** Takes one call a step further; false when none is under way. */
  async step(pick: number): Promise<boolean> {
    const call = this.calls[pick % Math.max(1, this.calls.length)];
    if (!call) return false;
    if (call.fault?.kind === 'before') this.deliver(call, call.fault.reply);
    else if (call.fault?.kind === 'abandoned' && !call.abandoned) {
      call.abandoned = true;
      if (!call.asker.gone) call.resolve({ lost: 'timeout' });
    } else if (!call.reply) {
      await this.act(call);
      if (call.abandoned) this.calls.splice(this.calls.indexOf(call), 1);
    } else this.deliver(call, call.fault?.kind === 'after' ? call.fault.reply : call.reply);
    await flush();
    return true;
  }

  private async act(call: Call): Promise<void> {
    const { asker, request, wish } = call;
    const record = recordIn(request.path);
    const key = record ?? MODULE;
    call.reply = await this.world.reach(asker.user, request);
    this.time += 1;
    if (isWrite(request)) {
      this.written += 1;
      this.counts.writes += 1;
      if (call.abandoned) this.counts.late += 1;
      if (succeeded(call) && wish) {
        if (wish.effective) this.wrongs.push(`${wish.what} was done twice`);
        wish.effective = true;
        this.counts.effective += 1;
        this.authors.set(key, wish);
        // A configuration reaches every record of its module.
        if (!record) this.forgetAuthors(MODULE);
      }
    } else if (asker.shows === 'lock' ? record : isConfigurationOfModule(request)) {
      call.seen = {
        at: this.time,
        record,
        lock: record ? this.world.lock(record) : null,
        configuration: this.world.configuration(),
        author: this.authors.get(key) ?? null,
      };
    }
  }

  /** Something else than a press changed this: a rule, or a configuration. */
  forgetAuthors(except: string | null = null): void {
    for (const key of this.authors.keys()) if (key !== except) this.authors.delete(key);
  }

  private deliver(call: Call, reply: CrmReply): void {
    this.calls.splice(this.calls.indexOf(call), 1);
    if (call.asker.gone) return;
    // What a page has moved on from is no reading of what it shows.
    const about = call.asker.about?.() ?? call.seen?.record;
    if (call.seen && reply === call.reply && call.seen.record === about) call.asker.seen = call.seen;
    call.resolve(reply);
  }
}
