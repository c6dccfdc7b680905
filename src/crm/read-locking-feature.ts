import { type LockingFeature, limitsFromFeatures } from '../locking/configuration/limits';
import { errorOf, ok, type Result } from './errors';
import type { Send } from './transport';

/** What this organisation's edition allows; `edition` when it has no record locking. */
export async function readLockingFeature(send: Send): Promise<Result<LockingFeature>> {
  const reply = await send({ method: 'GET', path: '/crm/v8/__features/record_locking_configurations' });
  const error = errorOf(reply, '__features');
  return error ? { ok: false, error } : ok(limitsFromFeatures('body' in reply ? reply.body : null));
}
