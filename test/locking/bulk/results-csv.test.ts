import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/locking/bulk/results-csv';
import { HOSTILE_TEXTS } from '../../e2e/support/hostile-text';

/** Reads CSV as RFC 4180 says, so as any spreadsheet does. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const rows: string[][] = [[]];
  let at = 1;
  while (at < csv.length) {
    expect(csv[at]).toBe('"');
    let text = '';
    for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
      if (csv[at] === '"') at += 1;
      text += csv[at];
      if (at >= csv.length) throw new Error('A quote that does not end');
    }
    rows.at(-1)?.push(text);
    at += 1;
    if (csv[at] === ',') at += 1;
    else {
      expect(csv.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      if (at < csv.length) rows.push([]);
    }
  }
  return rows;
}

describe('results as CSV', () => {
  it('are quoted, with a mark for UTF-8 and the line ends of Windows', () => {
    expect(
      csvOf([
        ['Record', 'Reason'],
        ['Müller', 'a "b", c\nd'],
      ]),
    ).toBe('\ufeff"Record","Reason"\r\n"Müller","a ""b"", c\nd"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '  =cmd|calc', '\u00a0=1', '＝1+1', '\r=1', '\u0000=1'])(
    'never hold a formula: %j',
    (text) => {
      expect(parse(csvOf([[text]]))[0]?.[0]).toMatch(/^'/);
    },
  );

  it('keep every text that is none', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.values(HOSTILE_TEXTS)));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const read = parse(csvOf(rows));
          expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
          for (const [i, row] of rows.entries())
            for (const [j, text] of row.entries())
              if (!/[\ud800-\udfff]/u.test(text) && !/\p{Cc}/u.test(text))
                expect([text, `'${text}`]).toContain(read[i]?.[j]);
        },
      ),
    );
  });
});
