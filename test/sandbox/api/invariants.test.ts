import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import type { Json } from './json';
import { createSandbox, type Sandbox } from './sandbox';

const known = landmarks();
const PATH = '/settings/record_locking_configurations?module=Deals';
const KEY = 'record_locking_configurations';

type Step = (sandbox: Sandbox) => Promise<number>;

const send = async (sandbox: Sandbox, user: string, method: string, path: string, body?: Json) =>
  (await caller(sandbox, user)(method, path, body)).status;

const user = fc.constantFrom('admin', 'sales', 'viewer', 'exempt');
const deal = fc.constantFrom(known.openDeal, known.manualDeal, known.automaticDeal, known.bothDeal);
const stage = fc.constantFrom('Qualification', 'Closed Won', 'Closed Lost');
const lockPath = (id: string) => `/Deals/${id}/Locking_Information__s`;
const idOf = (sandbox: Sandbox, id: string) => sandbox.org.lockOf('Deals', id)?.id ?? '1';

const lock = fc.tuple(user, deal).map(
  ([who, id]): Step =>
    (sandbox) =>
      send(sandbox, who, 'POST', lockPath(id), { data: [{ Locked_Reason__s: 'audit' }] }),
);
const unlock = fc.tuple(user, deal).map(
  ([who, id]): Step =>
    (sandbox) =>
      send(sandbox, who, 'DELETE', `${lockPath(id)}/${idOf(sandbox, id)}`),
);
const edit = fc.tuple(user, deal, stage).map(
  ([who, id, Stage]): Step =>
    (sandbox) =>
      send(sandbox, who, 'PUT', `/Deals/${id}`, { data: [{ Stage }] }),
);
const remove = fc.tuple(user, deal).map(
  ([who, id]): Step =>
    (sandbox) =>
      send(sandbox, who, 'DELETE', `/Deals/${id}`),
);
const rule = (value: string): Json => ({
  name: value,
  lock_existing_records: true,
  criteria: { field: { api_name: 'Stage' }, comparator: 'equal', value },
});
const configure = fc
  .tuple(fc.constantFrom('manual', 'automatic', 'both'), fc.uniqueArray(stage, { maxLength: 3 }))
  .map(
    ([lock_type, stages]): Step =>
      (sandbox) => {
        const present = sandbox.org.configurationOf('Deals');
        const gone = (present?.locking_rules ?? []).map(({ id }): Json => ({ id, _delete: true }));
        const body = { lock_type, locking_rules: [...gone, ...stages.map(rule)] };
        return present
          ? send(sandbox, 'admin', 'PUT', PATH, { [KEY]: [{ id: present.id, ...body }] })
          : send(sandbox, 'admin', 'POST', PATH, { [KEY]: [body] });
      },
  );
const unconfigure = fc.constant<Step>((sandbox) =>
  send(sandbox, 'admin', 'DELETE', `${PATH}&ids=${sandbox.org.configurationOf('Deals')?.id ?? '1'}`),
);

/** What must be true of every lock, whatever was done before. */
function checkLocks({ org }: Sandbox): void {
  const configuration = org.configurationOf('Deals');
  const rules = configuration?.locking_rules?.map((one) => one.id) ?? [];
  for (const [id, one] of org.locksOf('Deals')) {
    expect(org.record('Deals', id)).toBeDefined();
    expect(one.configuration).toBe(configuration?.id);
    const byHand = one.source !== 'Automatic';
    const byRule = one.source !== 'Manual';
    expect({ reason: one.reason !== null, by: one.by !== null }).toEqual({ reason: byHand, by: byHand });
    expect(one.rule === null ? !byRule : rules.includes(one.rule)).toBe(true);
  }
}

describe('whatever happens', () => {
  it('a lock belongs to a record, a configuration, and to its hand or its rule', async () => {
    const step = fc.oneof(lock, unlock, edit, remove, configure, unconfigure);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const sandbox = createSandbox();
        for (const act of steps) {
          expect(await act(sandbox)).toBeLessThan(500);
          checkLocks(sandbox);
        }
      }),
      { numRuns: 30 },
    );
  });
});
