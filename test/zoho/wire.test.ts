import { createContext, runInContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { at, textOf } from '../sandbox/host/shape';
import { linkWidget, type WidgetEvent } from '../sandbox/host/wire/widget-link';
import { readStandIn } from '../sandbox/sdk/build-stand-in';
import { CRM, connectPage } from './fake-page';

/** For a busy machine; nothing here depends on how fast. */
const PATIENCE = { timeout: 4_000 };
const WIDGET = 'https://widget.example';
const DEAL = { Entity: 'Deals', EntityId: '42' };

/** The real connection over the SDK stand-in, which believes every message, in a frame of a CRM page. */
async function connected() {
  const standIn = await readStandIn();
  const hostWindow = new EventTarget();
  const asked: WidgetEvent[] = [];
  const pending: ((data: unknown) => void)[] = [];
  const frame = { postMessage: (message: unknown) => void queueMicrotask(() => page.post(message)) };
  linkWidget({
    host: {
      addEventListener: (type, listener) =>
        hostWindow.addEventListener(type, (event) => event instanceof MessageEvent && listener(event)),
      removeEventListener() {},
    },
    frame: () => frame,
    widgetOrigin: WIDGET,
    locale: 'de_DE',
    pageLoad: DEAL,
    start: 'whole',
    answer: (event) => {
      asked.push(event);
      const category = textOf(at(event.data, 'category'));
      if (category === 'GET_PARENT_URL') return Promise.resolve(`${CRM}/crm/tab/Deals/42`);
      if (category === 'ZRC_REQUEST') return new Promise((resolve) => pending.push(resolve));
      return Promise.resolve(category === 'CONFIG' ? { mode: 'day', id: '7' } : undefined);
    },
  });
  const page = connectPage({
    onPost: (message) => {
      const event = new MessageEvent('message', { data: structuredClone(message), origin: WIDGET });
      Object.defineProperty(event, 'source', { value: frame });
      hostWindow.dispatchEvent(event);
    },
    onScript: (script, win) => {
      const location = new URL(`${WIDGET}/app/record-lock.html?serviceOrigin=${encodeURIComponent(CRM)}`);
      const context = createContext({ window: win, location, URL, URLSearchParams, FormData, Blob, File });
      runInContext(standIn, context);
      Object.assign(win, runInContext('({ ZOHO, zrc })', context));
      queueMicrotask(script.run);
    },
  });
  await vi.waitFor(
    () => expect(page.told).toContainEqual(['user', expect.objectContaining({ id: '7' })]),
    PATIENCE,
  );
  return { ...page, asked, pending };
}

const placements = (told: readonly unknown[]) =>
  told.filter((event) => Array.isArray(event) && event[0] === 'placement');

describe('over the wire of the SDK', () => {
  it('hears the locale, the placement, the theme and the user', async () => {
    const { told } = await connected();
    expect(told).toContainEqual(['locale', 'de_DE']);
    expect(told).toContainEqual(['theme', 'day']);
    expect(placements(told)).toEqual([['placement', { kind: 'record', module: 'Deals', id: '42' }, false]]);
  });

  it('sends a call as the logged-in user and takes the reply', async () => {
    const { host, asked, pending } = await connected();
    const reply = host.send({ method: 'GET', path: '/crm/v8/Deals/42', query: { fields: 'A,B' } });
    await vi.waitFor(() => expect(pending).toHaveLength(1), PATIENCE);
    expect(at(asked.at(-1)?.data, 'url')).toBe(`${CRM}/crm/v8/Deals/42?fields=A%2CB`);
    pending[0]?.({ status: 200, data: { data: [] }, headers: {} });
    expect(await reply).toEqual({ status: 200, body: { data: [] } });
  });

  it('drops a forged PageLoad and a forged reply that the SDK would have believed', async () => {
    const { host, told, pending, post } = await connected();
    const evil = { source: {}, origin: 'https://evil.example' };
    const forged = {
      type: 'FRAMEWORK.EVENT',
      eventName: 'PageLoad',
      data: { Entity: 'Leads', EntityId: '666' },
    };
    post(forged, evil);
    post(forged, { source: {} });
    expect(placements(told)).toHaveLength(1);

    const reply = host.send({ method: 'DELETE', path: '/crm/v8/Deals/42/Locking_Information__s/1' });
    await vi.waitFor(() => expect(pending).toHaveLength(1), PATIENCE);
    for (let guess = 0; guess < 500; guess += 1)
      post(
        {
          type: 'FRAMEWORK.EVENT',
          eventName: 'EVENT_RESPONSE',
          promiseid: `Promise${guess}`,
          data: { status: 200, data: { data: [{ code: 'SUCCESS' }] } },
        },
        evil,
      );
    pending[0]?.({ status: 403, data: { code: 'NO_PERMISSION' }, headers: {} });
    expect(await reply).toMatchObject({ status: 403 });
  });

  it('would have believed them without the guard', async () => {
    const { told, post } = await connected();
    const forged = {
      type: 'FRAMEWORK.EVENT',
      eventName: 'PageLoad',
      data: { Entity: 'Leads', EntityId: '666' },
    };
    // The CRM page itself: the same message gets through, so it was the guard that stopped the others.
    post(forged);
    expect(placements(told).at(-1)).toEqual([
      'placement',
      { kind: 'record', module: 'Leads', id: '666' },
      false,
    ]);
  });
});
