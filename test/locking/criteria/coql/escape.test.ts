import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/base/json';
import { toCoql } from '../../../../src/locking/criteria/coql/criteria-to-coql';
import { countLockedQuery, sampleQuery } from '../../../../src/locking/criteria/coql/query';
import { keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import { HOSTILE_TEXTS } from '../../../e2e/support/hostile-text';
import { field } from '../../samples';

const KINDS =
  'text text text text textarea email phone picklist multiselectpicklist integer currency date datetime boolean ownerlookup lookup'.split(
    ' ',
  );
const COMPARATORS =
  'equal equal equal not_equal contains contains not_contains starts_with ends_with in not_in between less_than greater_than empty'.split(
    ' ',
  );
/** The words of a condition; all else outside of quotes would come from a value. */
const WORDS = new Set('and or not in like between is null true false id'.split(' '));

const text = fc.oneof(
  fc.constantFrom(...Object.values(HOSTILE_TEXTS)),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        "''",
        '\\',
        "\\'",
        '"',
        ')',
        ' or ',
        'x',
        '%',
        '--',
        '\n',
        '\u2019',
        '\uff07',
        ';',
        '0',
      ),
    )
    .map((parts) => parts.join('')),
);
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.array(text, { maxLength: 3 }),
  fc.record({ id: text, name: text }),
  // What `String()` throws at.
  fc.constantFrom<Json>({ toString: 1 }, [{ valueOf: null, toString: '' }]),
);
const condition = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.constantFrom(...COMPARATORS),
    value,
    fc.oneof({ weight: 9, arbitrary: fc.constant('Field') }, text),
  )
  .map(([kind, comparator, wanted, name]) => ({
    listed: field(name, kind, {
      picklist: [wanted].flat().flatMap((one) => (typeof one === 'string' ? { value: one, label: 'x' } : [])),
    }),
    criteria: { comparator, field: { api_name: name }, value: wanted },
  }));

describe('a query', () => {
  it('holds what people wrote between quotes only', () => {
    let said = 0;
    fc.assert(
      fc.property(condition, ({ listed, criteria }) => {
        const translation = toCoql(parseCriteria(criteria, keySource()), [listed], 'Deals', '2026-01-31');
        if (!translation.ok) return;
        said++;
        for (const where of [translation.where, translation.narrower ?? ''])
          for (const query of [countLockedQuery('Deals', where), sampleQuery('Deals', 'Deal_Name', where)]) {
            const literals = query.match(/'(?:[^']|'')*'/g) ?? [];
            for (const literal of literals) expect(literal).not.toMatch(/[\\\p{Cc}\p{Cs}]/u);
            const around = where.replace(/'(?:[^']|'')*'/g, ' ');
            expect(around).toMatch(/^[\w\s().,<>=!+-]*$/);
            expect(around).not.toMatch(/--/);
            const foreign = (around.match(/[A-Za-z_]\w*/g) ?? []).filter(
              (word) => !WORDS.has(word) && word !== listed.apiName,
            );
            expect(foreign).toEqual([]);
          }
      }),
      { numRuns: 4_000 },
    );
    // What is never sure to be read as it is written makes no query at all; the rest has been looked at.
    expect(said).toBeGreaterThan(150);
  });

  it('has no place for a module or a field that is no word', () => {
    for (const name of Object.values(HOSTILE_TEXTS).filter((one) => !/^[A-Za-z]\w*$/.test(one))) {
      expect(() => countLockedQuery(name, 'id is not null')).toThrow(RangeError);
      expect(() => sampleQuery('Deals', name, 'id is not null')).toThrow(RangeError);
    }
  });
});
