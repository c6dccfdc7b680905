import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareTitle, DOCUMENT, numbersIn, readAssumptions, verdicts } from './assumptions';

const HERE = import.meta.dirname;
const TITLE = /\bit\(\s*'((?:[^'\\]|\\.)+)'/g;

/** The titles of all tests in the suite's files. */
const titles = readdirSync(HERE)
  .filter((name) => /^suite.*\.ts$/.test(name))
  .flatMap((name) => [...readFileSync(`${HERE}/${name}`, 'utf8').matchAll(TITLE)])
  .map(([, title = '']) => title);
const assumptions = readAssumptions(readFileSync(DOCUMENT, 'utf8'));

describe('docs/assumptions.md', () => {
  it('numbers each assumption once', () => {
    const ids = assumptions.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names a contract test that says it checks the assumption', () => {
    const named = assumptions.filter(({ test }) => test !== undefined);
    expect(named.length).toBeGreaterThan(15);
    for (const { id, test } of named) {
      const found = titles.filter((title) => numbersIn(title).includes(id)).map(bareTitle);
      expect([id, found]).toEqual([id, expect.arrayContaining([test])]);
    }
  });

  it('has a line with a test for each number in the suite', () => {
    const checked = assumptions.filter(({ test }) => test !== undefined).map(({ id }) => id);
    const numbers = new Set(titles.flatMap(numbersIn));
    expect([...numbers].sort()).toEqual(checked.sort());
  });
});

describe('the verdict on an assumption', () => {
  const table = [
    '| # | assumption | contract test |',
    '|---|---|---|',
    '| R1 | one | sees it |',
    '| R2 | two | by eye: not in the API |',
    '| C1 | three | sees another |',
    '',
    '| question | test |',
    '| R9 | no number here |',
  ].join('\n');
  const said = (...results: Parameters<typeof verdicts>[1]) => verdicts(readAssumptions(table), results);

  it('is that it held only where a test passed and none failed', () => {
    const good = { title: 'sees it [R1]', outcome: 'passed' } as const;
    expect(said(good)).toEqual([
      ['R1', 'held (tests: 1)'],
      ['R2', 'only by eye'],
      ['C1', 'not checked in this run'],
    ]);
    const bad = { title: 'sees both [R1, C1]', outcome: 'failed' } as const;
    expect(said(good, bad).map(([, verdict]) => verdict)).toEqual([
      'DID NOT HOLD',
      'only by eye',
      'DID NOT HOLD',
    ]);
    expect(said({ ...good, outcome: 'skipped' })[0]).toEqual(['R1', 'not checked in this run']);
  });
});
