import type { CrmReply } from '../../src/crm/transport';

/**
 * What may go wrong with a call.
 * - `before`: the CRM never acts. `after`: it acts, and the reply is lost or broken on its way back.
 * - `abandoned`: the page stops waiting, and the CRM acts at some later time.
 */
export type Fault =
  | { readonly kind: 'before' | 'after'; readonly reply: CrmReply }
  | { readonly kind: 'abandoned' };

const refusal = (status: number, code: string): CrmReply => ({
  status,
  body: { code, message: 'refused', details: {}, status: 'error' },
});
const before = (reply: CrmReply): Fault => ({ kind: 'before', reply });
const after = (reply: CrmReply): Fault => ({ kind: 'after', reply });

export const FAULTS = {
  offline: before({ lost: 'offline' }),
  'refused connection': before({ lost: 'connection' }),
  'hangs until the bound': before({ lost: 'timeout' }),
  '401': before(refusal(401, 'INVALID_TOKEN')),
  '429': before(refusal(429, 'TOO_MANY_REQUESTS')),
  '500': before(refusal(500, 'INTERNAL_ERROR')),
  '503 page': before({ status: 503, body: '<h1>Service unavailable</h1>' }),
  'connection lost after acting': after({ lost: 'connection' }),
  'timeout after acting': after({ lost: 'timeout' }),
  '500 after acting': after(refusal(500, 'INTERNAL_ERROR')),
  'page of a proxy': after({ status: 200, body: '<!doctype html><title>Sign in</title>' }),
  'truncated JSON': after({ status: 200, body: '{"data":[{"code":"SUCC' }),
  'empty body': after({ status: 200, body: '' }),
  'wrong envelope': after({ status: 200, body: { result: 'ok' } }),
  'acts after the bound': { kind: 'abandoned' },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS).filter((name): name is FaultName => name in FAULTS);
