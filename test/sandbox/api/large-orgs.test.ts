import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { compileCriteria } from './criteria';
import { createSandbox } from './sandbox';

const known = landmarks();

describe('12,000 deals', () => {
  const { org } = createSandbox({ deals: 12_000, lockedDeals: 10_000 });
  const deals = org.records('Deals');

  it('are there, in the order of their ids, each with a name and an owner', () => {
    expect(deals).toHaveLength(12_000);
    const ids = deals.map(({ id }) => id);
    expect(new Set(ids).size).toBe(12_000);
    expect(ids).toEqual([...ids].sort());
    expect(deals.every((deal) => typeof deal.Deal_Name === 'string' && deal.Owner)).toBe(true);
  });

  it('leave the known ones and the other modules as they are', () => {
    const usual = createSandbox().org;
    expect(org.records('Quotes')).toEqual(usual.records('Quotes'));
    expect(org.record('Deals', known.openDeal)).toEqual(usual.record('Deals', known.openDeal));
    expect(org.lockOf('Deals', known.openDeal)).toBeUndefined();
    expect(org.lockOf('Deals', known.manualDeal)).toEqual(usual.lockOf('Deals', known.manualDeal));
  });

  it('can be locked from the start, by people for reasons and by the rule where it matches', () => {
    const locks = org.locksOf('Deals');
    expect(locks).toHaveLength(10_000);
    expect(new Set(locks.map(([, { id }]) => id)).size).toBe(10_000);
    const rule = org.configurationOf('Deals')?.locking_rules?.[0];
    const matches = compileCriteria(org, 'Deals', rule?.criteria ?? {});
    for (const [id, lock] of locks) {
      const record = org.record('Deals', id);
      expect(lock.source === 'Manual' ? lock.rule === null : record && matches(record)).toBe(true);
      expect(lock.reason === null).toBe(lock.source === 'Automatic');
      expect(lock.by === null).toBe(lock.source === 'Automatic');
    }
    expect(new Set(locks.map(([, { source }]) => source))).toEqual(new Set(['Manual', 'Automatic', 'Both']));
    expect(new Set(locks.map(([, { by }]) => by?.name)).size).toBeGreaterThan(8);
  });

  it('give new records ids of their own', () => {
    expect(org.record('Deals', org.nextId())).toBeUndefined();
    expect(org.nextId() > (deals.at(-1)?.id ?? '')).toBe(true);
  });
});

describe('an org with 60 modules', () => {
  const { org } = createSandbox({ modules: 60 });
  const modules = org.catalogue.modules.filter(({ locking }) => locking);

  it('has so many that support locking, each with a name, fields and records of its own', () => {
    expect(modules).toHaveLength(60);
    expect(new Set(org.catalogue.modules.map(({ api_name }) => api_name)).size).toBe(
      org.catalogue.modules.length,
    );
    expect(new Set(org.catalogue.modules.map(({ id }) => id)).size).toBe(org.catalogue.modules.length);
    for (const { api_name, fields } of modules) {
      expect(org.records(api_name).length).toBeGreaterThan(0);
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    }
  });

  it('configures some of them in each way and leaves others alone', () => {
    const types = modules.slice(15).map(({ api_name }) => org.configurationOf(api_name)?.lock_type);
    expect(new Set(types)).toEqual(new Set([undefined, 'manual', 'both']));
    for (const { api_name } of modules)
      if (!org.configurationOf(api_name)) expect(org.locksOf(api_name)).toEqual([]);
    expect(modules.slice(15).some(({ api_name }) => org.locksOf(api_name).length > 5)).toBe(true);
  });
});
