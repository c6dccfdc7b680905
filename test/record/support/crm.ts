import type { CrmReply, CrmRequest, Send } from '../../../src/crm/transport';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/api/sandbox';
import { landmarks } from '../../sandbox/data/landmarks';

export const DEALS = landmarks();
export type UserKey = 'admin' | 'sales' | 'viewer' | 'exempt';

/** What becomes of one call: `act` lets the CRM carry it out. */
export type Fault = (act: () => Promise<CrmReply>) => Promise<CrmReply>;

const answering =
  (reply: CrmReply): Fault =>
  async () =>
    reply;
const afterActing =
  (reply: CrmReply): Fault =>
  async (act) => {
    await act();
    return reply;
  };
const refusal = (code: string) => ({ code, message: 'refused', details: {}, status: 'error' });

/** Replies that never came, or came broken: first those before the CRM acted, then those after. */
export const lostBefore = {
  offline: answering({ lost: 'offline' }),
  connection: answering({ lost: 'connection' }),
  timeout: answering({ lost: 'timeout' }),
  'a 500': answering({ status: 500, body: refusal('INTERNAL_ERROR') }),
  'a 502 page': answering({ status: 502, body: '<h1>Bad gateway</h1>' }),
} as const;

export const lostAfter = {
  connection: afterActing({ lost: 'connection' }),
  timeout: afterActing({ lost: 'timeout' }),
  'a 500': afterActing({ status: 500, body: refusal('INTERNAL_ERROR') }),
  'a page of a proxy': afterActing({ status: 200, body: '<!doctype html>' }),
  'half a reply': afterActing({ status: 201, body: '{"data":[{"code":"SUCC' }),
  'an empty 200': afterActing({ status: 200, body: '' }),
} as const;

/** Replies that say for certain that nothing was done. */
export const refused = {
  rateLimited: answering({ status: 429, body: refusal('TOO_MANY_REQUESTS') }),
  unauthorised: answering({ status: 401, body: refusal('INVALID_TOKEN') }),
  noPermission: answering({ status: 403, body: refusal('NO_PERMISSION') }),
} as const;

export interface Crm {
  readonly sandbox: Sandbox;
  /** Calls as this person; each goes through the faults that were set for it. */
  as(user: UserKey): Line;
}

/** One person's line to the CRM. */
export interface Line {
  readonly send: Send;
  /** `GET Locking_Information__s`, `PUT …`, one entry per call. */
  readonly calls: string[];
  /** The next call of this method meets the fault; several wait in line. Variables are left out unless they are meant. */
  next(method: CrmRequest['method'], fault: Fault, path?: RegExp): void;
  /** The next call of this method is carried out, or answered with `instead`; the reply waits until it is let go. */
  hold(method: CrmRequest['method'], path?: RegExp, instead?: CrmReply): { letGo(): void };
  /** Resolves when no call is under way any more, nor any that follows from one. */
  quiet(): Promise<void>;
}

/** The calls about the lock itself: without what explains it and without the reasons that are offered. */
export const lockCalls = (calls: readonly string[]) =>
  calls.filter((call) => call.includes('Locking_Information__s'));
/** The methods of the calls about the lock itself, in order. */
export const methods = (calls: readonly string[]) => lockCalls(calls).map((call) => call.split(' ')[0]);

const NO_VARIABLE = /^(?!.*\/variables\/)/;

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createCrm(options: SandboxOptions = {}): Crm {
  const sandbox = createSandbox(options);

  async function reach(user: UserKey, { method, path, query, body }: CrmRequest): Promise<CrmReply> {
    const search = query ? `?${new URLSearchParams(query)}` : '';
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1${path}${search}`, {
        method,
        headers: { 'x-sandbox-user': user },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  }

  return {
    sandbox,
    as(user) {
      const faults: { method: string; fault: Fault; path: RegExp }[] = [];
      const calls: string[] = [];
      let underWay = 0;
      let held = 0;
      const next: Line['next'] = (method, fault, path = NO_VARIABLE) =>
        void faults.push({ method, fault, path });
      return {
        calls,
        next,
        hold(method, path, instead) {
          let letGo = () => {};
          const gone = new Promise<void>((resolve) => {
            letGo = resolve;
          });
          const fault: Fault = async (act) => {
            const reply = instead ?? (await act());
            held += 1;
            await gone;
            held -= 1;
            return reply;
          };
          next(method, fault, path);
          return { letGo };
        },
        async send(request) {
          calls.push(`${request.method} ${request.path.split('/').slice(3).join('/')}`);
          underWay += 1;
          const index = faults.findIndex(
            ({ method, path }) => method === request.method && path.test(request.path),
          );
          const [found] = index < 0 ? [] : faults.splice(index, 1);
          const act = () => reach(user, request);
          const reply = await (found ? found.fault(act) : act());
          underWay -= 1;
          return reply;
        },
        async quiet() {
          for (let idle = 0; idle < 3; idle = underWay > held ? 0 : idle + 1) await tick();
        },
      };
    },
  };
}
