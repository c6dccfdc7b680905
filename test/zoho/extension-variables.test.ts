import { afterEach, describe, expect, it, vi } from 'vitest';
import { extensionVariables } from '../../src/zoho/extension-variables';

/** A page with the part of the SDK that reaches an extension's variables. */
function page(getOrgVariable: () => unknown, invokeAPI: () => unknown = () => '{}') {
  const asked: unknown[] = [];
  const call =
    (answer: () => unknown) =>
    async (...given: unknown[]) => {
      asked.push(given);
      return answer();
    };
  const CRM = { API: { getOrgVariable: call(getOrgVariable) }, CONNECTOR: { invokeAPI: call(invokeAPI) } };
  const win = { ZOHO: { CRM } } as unknown as Window;
  return { asked, variables: extensionVariables(win, 'acme') };
}
const refuse = () => {
  throw { code: 'not an Error' };
};

afterEach(() => {
  vi.useRealTimers();
});

describe("an extension's variable", () => {
  it('is read and written under its namespace', async () => {
    const { variables, asked } = page(() => ({ Success: { Content: 'text' } }));
    expect(await variables.read('record_lock_Deals')).toEqual({ ok: true, value: 'text' });
    await variables.write('record_lock_Deals', 'new');
    expect(asked).toEqual([
      ['acme__record_lock_Deals'],
      ['crm.set', { apiname: 'acme__record_lock_Deals', value: 'new' }],
    ]);
  });

  it('is empty when it was never written', async () => {
    for (const Content of ['', null, 7])
      expect(await page(() => ({ Success: { Content } })).variables.read('x')).toEqual({
        ok: true,
        value: null,
      });
  });

  it.each([{}, null, 'x', { Error: { Content: 'no' } }])(
    'is not taken for empty when the answer is %j',
    async (answer) => {
      expect(await page(() => answer).variables.read('x')).toMatchObject({ ok: false });
    },
  );

  it('is not known, and never surely written, when a call fails', async () => {
    const { variables } = page(refuse, refuse);
    expect(await variables.read('x')).toMatchObject({ ok: false });
    expect(await variables.write('x', 'y')).toMatchObject({ ok: false, error: { certain: false } });
    expect(await page(() => ({})).variables.write('x', 'y')).toMatchObject({
      ok: false,
      error: { certain: false },
    });
  });

  it('is waited for within a bound', async () => {
    vi.useFakeTimers();
    const answer = page(() => new Promise(() => {})).variables.read('x');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toMatchObject({ ok: false });
  });
});
