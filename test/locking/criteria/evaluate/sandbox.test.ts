/** What the rules say of a record, held against the sandbox's own evaluator and against the query they become. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/json';
import { toCoql } from '../../../../src/locking/criteria/coql/criteria-to-coql';
import { type EvaluationContext, evaluateCriteria } from '../../../../src/locking/criteria/evaluate/evaluate';
import { keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import { compileClause } from '../../../sandbox/api/coql-conditions';
import { parseCoql } from '../../../sandbox/api/coql-parse';
import { compileCriteria } from '../../../sandbox/api/criteria';
import { createSandbox } from '../../../sandbox/api/sandbox';
import { zohoDay } from '../../../sandbox/api/times';
import { fieldsOf, orgCriteria } from '../org-criteria';

const NOW = new Date('2026-03-18T04:30:00Z');
const MODULES = ['Deals', 'Leads', 'Invoices', 'Contacts'];
const { org } = createSandbox({ now: () => NOW });

const contextOf = (module: string): EvaluationContext => ({
  module,
  fields: fieldsOf(org, module),
  today: zohoDay(NOW),
  dayOf: (moment) => (Number.isNaN(Date.parse(moment)) ? undefined : zohoDay(new Date(moment))),
  // As in the sandbox.
  weekStart: 0,
  fiscalStart: 1,
  stages: new Map(
    (org.field(module, 'Stage')?.pick_list_values ?? []).flatMap((pick) =>
      pick.forecast_type ? [[pick.actual_value, pick.forecast_type] as const] : [],
    ),
  ),
});

/** The record as the API answers it. */
const rowOf = (module: string, record: JsonObject): JsonObject =>
  Object.fromEntries(
    (org.module(module)?.fields ?? []).map((field) => [field.api_name, record[field.api_name] ?? null]),
  );

/** Which records a query finds. */
const foundBy = (module: string, where: string) => {
  const known = org.module(module);
  if (!known) throw new Error(`no ${module}`);
  const query = parseCoql(`select id from ${module} where ${where}`);
  return compileClause(org, known, query.where);
};

describe.each(MODULES)('a record of %s', (module) => {
  it('is judged as the sandbox judges it, wherever anything is said', () => {
    const context = contextOf(module);
    let [told, untold] = [0, 0];
    fc.assert(
      fc.property(orgCriteria(org, module), (source) => {
        const node = parseCriteria(source, keySource());
        const test = compileCriteria(org, module, source);
        for (const record of org.records(module).slice(0, 25)) {
          const { truth } = evaluateCriteria(node, rowOf(module, record), context);
          if (truth === 'unknown') untold++;
          else {
            told++;
            expect([truth, record.id]).toEqual([test(record) ? 'met' : 'notMet', record.id]);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(untold / 4);
  });

  it('is found by the query of the same criteria, wherever both speak', () => {
    const context = contextOf(module);
    let both = 0;
    fc.assert(
      fc.property(orgCriteria(org, module), (source) => {
        const node = parseCriteria(source, keySource());
        const query = toCoql(node, context.fields, module, context.today);
        if (!query.ok) return;
        const clauses = [query.where, query.narrower ?? query.where].map((where) => foundBy(module, where));
        for (const record of org.records(module).slice(0, 25)) {
          const { truth } = evaluateCriteria(node, rowOf(module, record), context);
          if (truth === 'unknown') continue;
          both++;
          for (const clause of clauses) expect(clause(record)).toBe(truth === 'met');
        }
      }),
      { numRuns: 300 },
    );
    expect(both).toBeGreaterThan(500);
  });
});
