import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CALLS, CARRIERS, callName, HOST_CALLS } from './catalogue';
import { useFakeTime } from './faulty-line';
import { SITES } from './sites';

const SRC = join(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(SRC, name), 'utf8') }));

const HOW =
  'Enter it in test/faults/catalogue.ts and give it a site in record-sites.ts or settings-sites.ts.';

/** Exported functions whose first parameter is a `Send`. */
const takesSend =
  /export (?:async )?(?:function|const) (\w+)(?:\s*=\s*(?:async )?)?(?:<\w+>)?\(\s*\w+: Send\b/g;

describe('the catalogue of calls', () => {
  it('has every function of src/crm that sends', () => {
    const found = files
      .filter(({ name }) => name.startsWith('crm/'))
      .flatMap(({ text }) => [...text.matchAll(takesSend)].map(([, name]) => name ?? ''));
    const entered: readonly string[] = [...Object.values(CALLS).flatMap(({ made }) => made), ...CARRIERS];
    expect(found.length).toBeGreaterThan(15);
    expect(
      found.filter((name) => !entered.includes(name)),
      `These make calls that no fault has met. ${HOW}`,
    ).toEqual([]);
    expect(
      entered.filter((name) => !found.includes(name)),
      'These do not exist any more.',
    ).toEqual([]);
  });

  it('need not look outside of src/crm: nothing else names a path of the API', () => {
    const elsewhere = files.filter(
      ({ name, text }) => !name.startsWith('crm/') && /['"`]\/crm\/v\d/.test(text),
    );
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
  });

  it('has every call to the host page', () => {
    const found = files
      .filter(({ name }) => name.startsWith('zoho/'))
      .flatMap(({ text }) => [...text.matchAll(/\b((?:CRM\.[A-Z]+|embeddedApp)\.\w+)\(/g)])
      .map(([, name]) => name ?? '');
    const entered: readonly string[] = HOST_CALLS;
    expect(
      [...new Set(found)].filter((name) => !entered.includes(name)),
      'Enter it in HOST_CALLS and give it its faults in test/e2e/fault-matrix.spec.ts.',
    ).toEqual([]);
    expect(entered.filter((name) => !found.includes(name))).toEqual([]);
  });

  it('has a site in a page for every call', () => {
    const missing = Object.keys(CALLS).filter((name) => !SITES.some(({ call }) => call === name));
    expect(missing, HOW).toEqual([]);
  });
});

describe('what the pages send without a fault', () => {
  beforeEach(() => {
    useFakeTime();
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is in the catalogue, call by call', async () => {
    const unknown = new Set<string>();
    for (const { start } of SITES) {
      const session = await start();
      await session.act();
      await session.line.settled();
      for (const { method, path } of session.line.calls)
        if (!callName(method, path)) unknown.add(`${method} ${path}`);
    }
    expect([...unknown], HOW).toEqual([]);
  });
});
