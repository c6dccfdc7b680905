import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';
import { FAULTS, type Fault, type FaultName } from './faults';
import type { World } from './world';

/** One thing that a person asked for by a press: a write to one record. */
export interface Grant {
  readonly record: string;
  readonly kind: 'lock' | 'unlock' | 'edit';
}

/** A page as the wire knows it. */
export interface BulkAsker {
  readonly user: string;
  /** The page is gone: no reply reaches it. */
  gone: boolean;
  /** Writes that were asked for and not sent yet. */
  grants: Grant[];
  readonly faults: FaultName[];
}

interface Call {
  readonly asker: BulkAsker;
  readonly request: CrmRequest;
  readonly fault: Fault | null;
  readonly grant: Grant | null;
  readonly resolve: (reply: CrmReply) => void;
  reply: CrmReply | null;
  abandoned: boolean;
}

const KINDS: Readonly<Record<string, Grant['kind']>> = { POST: 'lock', DELETE: 'unlock', PUT: 'edit' };
const isWrite = ({ method, path }: CrmRequest): boolean =>
  method !== 'GET' && !/\/(coql|__composite_requests)$/.test(path);

const flush = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Everything between two pages of many records and the CRM: a call waits until it is picked, once for the CRM to act and once more for
 * its reply, so that calls overtake each other. Every write has to have been asked for, and is sent once for each press.
 */
export class BulkWire {
  readonly wrongs: string[] = [];
  writes = 0;
  faults = 0;
  private readonly calls: Call[] = [];

  constructor(readonly world: World) {}

  send =
    (asker: BulkAsker): Send =>
    (request) =>
      new Promise((resolve) => {
        const write = isWrite(request);
        const name = asker.faults.shift();
        if (name) this.faults += 1;
        this.calls.push({
          asker,
          request,
          fault: name ? FAULTS[name] : null,
          grant: write ? this.claim(asker, request) : null,
          resolve,
          reply: null,
          abandoned: false,
        });
      });

  private claim(asker: BulkAsker, { method, path }: CrmRequest): Grant | null {
    const record = path.split('/')[4] ?? '';
    const kind = KINDS[method];
    const index = asker.grants.findIndex((grant) => grant.record === record && grant.kind === kind);
    const [grant] = index < 0 ? [] : asker.grants.splice(index, 1);
    if (!grant) this.wrongs.push(`${asker.user}: ${method} ${record} was asked for by nobody`);
    return grant ?? null;
  }

  /** Takes one call a step further; false when none is under way. */
  async step(pick: number): Promise<boolean> {
    const call = this.calls[pick % Math.max(1, this.calls.length)];
    if (!call) return false;
    const { fault } = call;
    if (fault?.kind === 'before') this.deliver(call, fault.reply);
    else if (fault?.kind === 'abandoned' && !call.abandoned) {
      call.abandoned = true;
      if (!call.asker.gone) call.resolve({ lost: 'timeout' });
    } else if (!call.reply) {
      call.reply = await this.world.reach(call.asker.user, call.request);
      if (isWrite(call.request)) this.writes += 1;
      if (call.abandoned) this.calls.splice(this.calls.indexOf(call), 1);
    } else this.deliver(call, fault?.kind === 'after' ? fault.reply : call.reply);
    await flush();
    return true;
  }

  private deliver(call: Call, reply: CrmReply): void {
    this.calls.splice(this.calls.indexOf(call), 1);
    // What the limit refused certainly did nothing, and is sent again by itself.
    if (call.grant && 'status' in reply && reply.status === 429) call.asker.grants.push(call.grant);
    if (!call.asker.gone) call.resolve(reply);
  }
}
