import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlacement } from '../../src/zoho/placement';

const ID = '5843104000001068077';

describe('PageLoad data', () => {
  it.each([
    ['a related list', { Entity: 'Deals', EntityId: ID, related_list: {} }],
    ['a button on the record page', { Entity: 'Deals', EntityId: [ID], ButtonPosition: 'DetailView' }],
  ])('of %s is a record', (_name, data) => {
    expect(parsePlacement(data)).toEqual({ kind: 'record', module: 'Deals', id: ID });
  });

  it('of a button in a list is several records', () => {
    const data = { Entity: 'Deals', EntityId: [ID, '42'], ButtonPosition: 'ListView' };
    expect(parsePlacement(data)).toEqual({ kind: 'records', module: 'Deals', ids: [ID, '42'] });
  });

  it.each([
    [undefined],
    [null],
    ['Deals'],
    [{}],
    [[]],
    [{ Entity: 'Deals' }],
    [{ EntityId: ID }],
    [{ Entity: 'Deals', EntityId: [] }],
    [{ Entity: 'Deals', EntityId: 5843104000001068077n }],
    [{ Entity: 'Deals', EntityId: 42 }],
    [{ Entity: 'Deals', EntityId: '42/../43' }],
    [{ Entity: 'Deals', EntityId: '42\n' }],
    [{ Entity: 'Deals', EntityId: [ID, '../users'] }],
    [{ Entity: 'Deals', EntityId: Object.assign(['1', '2', '3'], { length: 4 }) }],
    [{ Entity: 'Deals', EntityId: '٤٢' }],
    [{ Entity: '../users', EntityId: ID }],
    [{ Entity: 'Deals\n', EntityId: ID }],
    [{ Entity: ['Deals'], EntityId: ID }],
    [{ Entity: '', EntityId: ID }],
  ])('%# names no record', (data) => {
    expect(parsePlacement(data).kind).toBe('none');
  });

  it('without a record keeps the module that whoever opened the page named', () => {
    expect(parsePlacement({ Entity: 'Deals' })).toEqual({ kind: 'none', module: 'Deals' });
    expect(parsePlacement({ Entity: '../users' })).toEqual({ kind: 'none' });
  });

  it('never yields a module that is no word or an id that is no number', () => {
    const id = fc.oneof(fc.stringMatching(/^\d{1,31}$/), fc.string(), fc.constant(undefined), fc.integer());
    const data = fc.oneof(
      fc.anything(),
      fc.record(
        {
          Entity: fc.oneof(fc.stringMatching(/^\w{1,101}$/), fc.anything()),
          EntityId: fc.oneof(id, fc.array(id), fc.sparseArray(id), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(data, (anything) => {
        const placement = parsePlacement(anything);
        if ('module' in placement) expect(placement.module).toMatch(/^\w{1,100}$/);
        if (placement.kind === 'record') expect(placement.id).toMatch(/^\d{1,30}$/);
        if (placement.kind === 'records') {
          expect(placement.ids.length).toBeGreaterThan(1);
          for (const one of placement.ids) expect(one).toMatch(/^\d{1,30}$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
