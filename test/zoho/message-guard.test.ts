import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRM, connectPage } from './fake-page';

/** A page of the CRM with a listener of Zoho's script, attached after the guard as in a real page. */
function guarded() {
  const page = connectPage({});
  const heard: unknown[] = [];
  page.window.addEventListener('message', (event) => {
    if (event instanceof MessageEvent) heard.push(event.data);
  });
  return { ...page, heard };
}

const fail = (): never => {
  throw new Error('A message of a stranger was looked into.');
};

describe('the message guard', () => {
  it('lets the CRM page through', () => {
    const { post, heard } = guarded();
    post({ type: 'FRAMEWORK.EVENT', eventName: 'PageLoad' });
    expect(heard).toEqual([{ type: 'FRAMEWORK.EVENT', eventName: 'PageLoad' }]);
  });

  it('stops everybody else before Zoho’s script hears of it', () => {
    const { post, heard, told } = guarded();
    const forged = { type: 'FRAMEWORK.EVENT', eventName: 'SET_CONTEXT', data: { locale: 'de' } };
    post(forged, { origin: 'https://evil.example' });
    post(forged, { source: {} });
    post(forged, { source: null });
    post(forged, { source: {}, origin: 'https://evil.example' });
    expect(heard).toEqual([]);
    expect(told).toEqual([]);
  });

  it('is not talked round by an origin that looks alike', () => {
    const { post, heard } = guarded();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom('', 'null', `${CRM}.evil.example`, `${CRM}:8443`, 'http://crm.example', `${CRM}/`),
          fc.string().map((name) => `https://${name}crm.example`),
        ),
        (origin) => {
          fc.pre(origin !== CRM);
          post('x', { origin });
          expect(heard).toEqual([]);
        },
      ),
    );
  });

  it('counts what it stops, and never looks into it', () => {
    const { post, heard, told, host } = guarded();
    const untouchable = new Proxy({}, { get: () => fail(), has: () => fail(), ownKeys: () => fail() });
    const cyclic: Record<string, unknown> = { eventName: 'SET_CONTEXT' };
    cyclic.data = cyclic;
    const answer = {
      type: 'FRAMEWORK.EVENT',
      eventName: 'EVENT_RESPONSE',
      promiseid: 'Promise100',
      data: {},
    };
    const strange = [null, undefined, 0, 'x'.repeat(1_000_000), Symbol.iterator, cyclic, answer, untouchable];
    for (const data of strange)
      for (const from of [
        { source: {} },
        { source: null },
        { origin: 'null' },
        { origin: 'https://evil.example' },
      ])
        post(data, from);
    expect(host.droppedMessages()).toBe(strange.length * 4);
    post({ type: 'FRAMEWORK.EVENT', eventName: 'PageLoad' });
    expect(host.droppedMessages()).toBe(strange.length * 4);
    expect(heard).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('is not upset by what the CRM page itself says in a strange form', () => {
    const { post, heard, told } = guarded();
    const cyclic: Record<string, unknown> = { eventName: 'SET_CONTEXT' };
    cyclic.data = cyclic;
    const strange = [
      null,
      undefined,
      0,
      '',
      [],
      cyclic,
      { eventName: 'SET_CONTEXT' },
      { eventName: ['SET_CONTEXT'] },
    ];
    for (const data of strange) post(data);
    expect(heard).toHaveLength(strange.length);
    expect(told).toEqual([]);
  });

  it('reads the locale in passing, from an answer that has one', () => {
    const { post, told } = guarded();
    post({ eventName: 'SET_CONTEXT', data: { locale: 'de_DE' } });
    post({ eventName: 'SET_CONTEXT', data: { locale: 42 } });
    post({ eventName: 'SET_CONTEXT', data: null });
    post({ eventName: 'PageLoad', data: { locale: 'fr_FR' } });
    post(null);
    post('SET_CONTEXT');
    expect(told).toEqual([['locale', 'de_DE']]);
  });
});
