import { afterEach, expect, it, vi } from 'vitest';
import { englishMessages, loadMessages } from '../../src/i18n/load-messages';

afterEach(() => void vi.unstubAllGlobals());

const answer = (reply: unknown) => vi.stubGlobal('fetch', async () => reply);

it('reads the messages of a language from the file beside the page', async () => {
  const fetch = vi.fn(async (_address: string) => ({ ok: true, json: async () => ({ a: 'b' }) }));
  vi.stubGlobal('fetch', fetch);
  expect(await loadMessages('record', 'de')).toEqual({ a: 'b' });
  expect(fetch.mock.calls).toEqual([['./assets/record.de.json']]);
});

it('takes English from the page, without a file', () => {
  vi.stubGlobal('document', { getElementById: () => ({ textContent: '{"a":"b"}' }) });
  expect(englishMessages()).toEqual({ a: 'b' });
});

it.each([
  ['is not there', { ok: false, status: 404 }],
  ['is no JSON', { ok: true, json: () => Promise.reject(new SyntaxError()) }],
])('a file that %s brings no messages, and is asked for again the next time', async (_name, reply) => {
  answer(reply);
  expect(await loadMessages('settings', 'de')).toBeNull();
  answer({ ok: true, json: async () => ({ a: 'b' }) });
  expect(await loadMessages('settings', 'de')).toEqual({ a: 'b' });
});
