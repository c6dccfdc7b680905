import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countRecords, sampleRecords } from '../../../../src/crm/count-records';
import type { Send } from '../../../../src/crm/transport';
import { type CoqlTranslation, toCoql } from '../../../../src/locking/criteria/coql/criteria-to-coql';
import { countLockedQuery, countQuery, sampleQuery } from '../../../../src/locking/criteria/coql/query';
import { keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import type { ComparatorChoice } from '../../../../src/locking/criteria/values/comparators';
import { caller } from '../../../sandbox/api/client';
import { compileCriteria } from '../../../sandbox/api/criteria';
import { shiftDays } from '../../../sandbox/api/criteria-dates';
import type { JsonObject } from '../../../sandbox/api/json';
import { createSandbox, type Sandbox } from '../../../sandbox/api/sandbox';
import { zohoDay } from '../../../sandbox/api/times';
import { fieldsOf, ODD_TEXTS, orgCondition, orgCriteria } from '../org-criteria';

const NOW = new Date('2026-03-18T04:30:00Z');
const TODAY = zohoDay(NOW);

const CHOICES: readonly ComparatorChoice[] = [
  ...(['equal', 'not_equal', 'in', 'not_in', 'between', 'not_between', 'empty', 'not_empty'] as const),
  ...(['less_than', 'less_equal', 'greater_than', 'greater_equal'] as const),
  ...(['contains', 'not_contains', 'starts_with', 'ends_with'] as const),
];

const sending = (sandbox: Sandbox): Send => {
  const call = caller(sandbox, 'admin');
  return ({ method, path, body }) =>
    call(method, path.replace('/crm/v8', ''), JSON.parse(JSON.stringify(body)));
};

const numberOf = async (send: Send, query: string): Promise<number> => {
  const found = await countRecords(send, query);
  if (!found.ok) throw new Error(`${query}: ${JSON.stringify(found.error)}`);
  return found.value;
};

const translate = ({ org }: Sandbox, module: string, rule: JsonObject): CoqlTranslation =>
  toCoql(parseCriteria(rule, keySource()), fieldsOf(org, module), module, TODAY);

/** Enough records of every kind to hit, few enough to count them again and again. */
const prepareDeals = ({ org }: Sandbox): void =>
  org.records('Deals').forEach((deal, index) => {
    if (index >= 250) delete org.state.records.Deals?.[deal.id];
    else if (index % 9 === 0)
      org.putRecord('Deals', {
        ...deal,
        Next_Step: ODD_TEXTS[(index / 9) % ODD_TEXTS.length] ?? null,
        Closing_Date: zohoDay(shiftDays(NOW, (index % 5) - 2)),
      });
  });

describe.each(['fails', 'holds'] as const)(
  'where a negative operator of COQL on an empty field %s',
  (coqlNegativeOnEmpty) => {
    const sandbox = createSandbox({ now: () => NOW, coqlNegativeOnEmpty });
    const { org } = sandbox;
    const send = sending(sandbox);
    beforeAll(() => prepareDeals(sandbox));

    /** How many records the rule matches, which all queries have to agree with; null when it is not translated. */
    const agreed = async (module: string, rule: JsonObject): Promise<number | null> => {
      const translation = translate(sandbox, module, rule);
      if (!translation.ok) return null;
      const { where, narrower } = translation;
      const matching = org.records(module).filter(compileCriteria(org, module, rule));
      const locked = matching.filter(({ id }) => org.lockOf(module, id));
      expect(await numberOf(send, countQuery(module, where)), where).toBe(matching.length);
      expect(await numberOf(send, countLockedQuery(module, where)), where).toBe(locked.length);
      if (narrower !== undefined)
        expect(await numberOf(send, countQuery(module, narrower))).toBeLessThanOrEqual(matching.length);
      const name = org.module(module)?.nameField ?? '';
      const sample = await sampleRecords(send, sampleQuery(module, name, where), name);
      expect(sample.ok && sample.value.map(({ id }) => id)).toEqual(
        matching.slice(0, 10).map(({ id }) => id),
      );
      return matching.length;
    };

    it.each([
      ['Deals', 300],
      ['Site_Visits', 150],
      ['Leads', 150],
    ])(
      'a rule of %s matches what its query counts',
      async (module, numRuns) => {
        const counts: number[] = [];
        const total = org.records(module).length;
        await fc.assert(
          fc.asyncProperty(orgCriteria(org, module), async (rule) => {
            const count = await agreed(module, rule);
            if (count !== null) counts.push(count);
          }),
          { numRuns },
        );
        // Otherwise the agreement would say little.
        expect(counts.filter((count) => count > 0 && count < total).length).toBeGreaterThan(numRuns / 10);
      },
      120_000,
    );

    it.each(CHOICES)('%s agrees on every field it fits', async (choice) => {
      let translated = 0;
      await fc.assert(
        fc.asyncProperty(orgCondition(org, 'Deals', choice), async (rule) => {
          if ((await agreed('Deals', rule)) !== null) translated += 1;
        }),
        { numRuns: 60 },
      );
      expect(translated).toBeGreaterThan(0);
    });

    it.each(ODD_TEXTS.filter((text) => !text.includes('\\')))('finds %s as it is written', async (value) => {
      const rule = { comparator: 'equal', field: { api_name: 'Next_Step' }, value };
      expect(await agreed('Deals', rule)).toBeGreaterThan(0);
    });
  },
);

describe('a reading that Zoho leaves open', () => {
  const sandbox = createSandbox({ now: () => NOW });
  const send = sending(sandbox);
  const deals = sandbox.org.records('Deals');

  const counts = async (name: string, value: string) => {
    const found = translate(sandbox, 'Deals', { comparator: 'not_equal', field: { api_name: name }, value });
    if (!found.ok || found.narrower === undefined) throw new Error('no two readings');
    return [
      await numberOf(send, countQuery('Deals', found.where)),
      await numberOf(send, countQuery('Deals', found.narrower)),
    ];
  };

  it('counts empty fields in one of two numbers', async () => {
    const other = deals.filter(({ Type }) => Type !== 'New Business');
    const filled = other.filter(({ Type }) => Type !== null);
    expect(filled.length).toBeLessThan(other.length);
    expect(await counts('Type', 'New Business')).toEqual([other.length, filled.length]);
  });

  it('is settled where no field is empty', async () => {
    const { length } = deals.filter(({ Stage }) => Stage !== 'Closed Won');
    expect(await counts('Stage', 'Closed Won')).toEqual([length, length]);
  });
});
