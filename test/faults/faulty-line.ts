import { vi } from 'vitest';
import { createRequestQueue } from '../../src/crm/request-queue';
import { retryReads } from '../../src/crm/retry-reads';
import type { Send } from '../../src/crm/transport';
import { sendThroughZrc, type ZrcCalls } from '../../src/zoho/send';
import type { Sandbox } from '../sandbox/api/sandbox';
import type { Answer, Outcome, WireFault } from './wire-faults';

/** One call as it went over the wire. */
export interface WireCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The CRM's limit refused it: it certainly did nothing. */
  limited?: true;
}

/** One person's way to the CRM, made of what ships: ZRC's door with its bound, queue, patience; faults are below all that. */
export interface FaultyLine {
  readonly send: Send;
  /** The same without patience: a page that has its own takes this one. */
  readonly bare: Send;
  /** Every call that was sent, tried again or not. */
  readonly calls: readonly WireCall[];
  /** The nth call (from 1) that fits meets the fault. */
  meet(fault: WireFault, fits: (call: WireCall) => boolean, nth: number): void;
  /** Whether the call that was meant has come. */
  met(): boolean;
  /** From now on nothing goes wrong; late replies come. */
  endFault(): void;
  /** Lets all that is under way, bar what a fault holds back, come to its end; time passes unless `still`. */
  settled(still?: boolean): Promise<void>;
}

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Longer than any bound of the pages. */
const LONG = 30_000;

/** Needs the fake timers of `useFakeTime`. `laneCount`: calls at once, as the record page has it; null leaves it to the store. */
export function faultyLine(sandbox: Sandbox, user: string, laneCount: number | null): FaultyLine {
  const calls: WireCall[] = [];
  let plan: { fault: WireFault; fits: (call: WireCall) => boolean; left: number } | null = null;
  let met = false;
  let acting = 0;
  let letGo = () => {};
  let gone = Promise.resolve();

  async function act({ method, path, query }: WireCall, body: unknown): Promise<Answer> {
    acting += 1;
    const search = Object.keys(query).length ? `?${new URLSearchParams(query)}` : '';
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1${path}${search}`, {
        method,
        headers: { 'x-sandbox-user': user },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    acting -= 1;
    return { status: response.status, data: text ? JSON.parse(text) : '' };
  }

  function faultFor(call: WireCall): WireFault | null {
    if (!plan) return null;
    if (plan.left <= 0) return plan.fault.lasting ? plan.fault : null;
    if (plan.fits(call)) plan.left -= 1;
    if (plan.left > 0) return null;
    met = true;
    return plan.fault;
  }

  async function zrc(method: string, path: string, config: object = {}, body?: unknown): Promise<unknown> {
    const query = 'params' in config ? (config.params as Record<string, string>) : {};
    const call: WireCall = { method, path, query };
    calls.push(call);
    const fault = faultFor(call);
    vi.stubGlobal('navigator', { onLine: !fault?.offline });
    const meeting = { act: () => act(call, body), letGo: gone };
    const outcome: Outcome = fault ? await fault.outcome(meeting) : await meeting.act();
    if (fault?.offline) vi.stubGlobal('navigator', { onLine: false });
    if (typeof outcome === 'object' && outcome.status === 429) call.limited = true;
    if (outcome === 'never') return new Promise(() => {});
    if (outcome === 'lost')
      throw { error: { errorType: 'ConnectionError', errorMessage: 'Connection request failed' } };
    if (outcome.status < 300) return outcome;
    throw { error: { errorType: 'ApiError', errorMessage: 'refused' }, response: outcome };
  }

  /** A host that answers twice settles the same call twice. */
  const over = (...call: Parameters<typeof zrc>) =>
    new Promise((resolve, reject) => {
      const again = plan?.fault.twice === true;
      zrc(...call).then((value) => {
        resolve(value);
        if (again) resolve(value);
      }, reject);
    });
  const door: ZrcCalls = {
    get: (path, config) => over('GET', path, config),
    post: (path, body, config) => over('POST', path, config, body),
    put: (path, body, config) => over('PUT', path, config, body),
    delete: (path, config) => over('DELETE', path, config),
  };
  const plain = sendThroughZrc(async () => door);
  const bounded = laneCount === null ? plain : createRequestQueue(plain, laneCount).urgent;

  return {
    send: retryReads(bounded, () => {}),
    bare: plain,
    calls,
    meet(fault, fits, nth) {
      plan = { fault, fits, left: nth };
      met = false;
      gone = new Promise((resolve) => {
        letGo = resolve;
      });
    },
    met: () => met,
    endFault() {
      plan = null;
      letGo();
      vi.stubGlobal('navigator', { onLine: true });
    },
    async settled(still = false) {
      for (let idle = 0; idle < 4; ) {
        const before = calls.length;
        await tick();
        if (acting > 0 || calls.length > before) idle = 0;
        else if (!still && idle === 3 && vi.getTimerCount() > 0) {
          vi.advanceTimersByTime(LONG);
          idle = 0;
        } else idle += 1;
      }
    },
  };
}

/** No test waits for a real clock; `setImmediate` stays real, to let the sandbox answer. */
export const useFakeTime = (): void => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
