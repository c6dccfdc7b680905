import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** Files are loaded once and kept, so each test takes the module anew. */
const fresh = () => {
  vi.resetModules();
  return import('../../src/i18n/load-messages');
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['a file that never comes', () => new Promise(() => {})],
  ['a file that begins and never ends', async () => ({ ok: true, json: () => new Promise(() => {}) })],
])('gives up on %s, and asks again the next time', async (_name, hang) => {
  const fetch = vi.fn<() => Promise<unknown>>(hang);
  vi.stubGlobal('fetch', fetch);
  const { loadMessages, MESSAGES_BOUND } = await fresh();
  const loading = loadMessages('record', 'de');
  await vi.advanceTimersByTimeAsync(MESSAGES_BOUND);
  expect(await loading).toBeNull();
  fetch.mockResolvedValue({ ok: true, json: async () => ({ a: 'b' }) });
  expect(await loadMessages('record', 'de')).toEqual({ a: 'b' });
});

it('a file that is not there, or is no JSON, is none', async () => {
  const { loadMessages } = await fresh();
  vi.stubGlobal('fetch', async () => ({ ok: false, status: 404 }));
  expect(await loadMessages('settings', 'de')).toBeNull();
  vi.stubGlobal('fetch', async () => ({ ok: true, json: () => Promise.reject(new SyntaxError()) }));
  expect(await loadMessages('settings', 'de')).toBeNull();
});
