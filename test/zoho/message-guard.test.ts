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
