import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterFirstCall } from '../../src/zoho/after-first-call';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const READ = { method: 'GET', path: '/crm/v8/Deals/1' } as const;

function page() {
  const win = new EventTarget();
  const order: string[] = [];
  const send = afterFirstCall(
    win as Window,
    () => {
      order.push('call');
      return new Promise(() => {});
    },
    () => void order.push('called back'),
  );
  return { order, send, hear: () => win.dispatchEvent(new Event('message')) };
}

it('calls back after the message that lets the first call go, and once', async () => {
  const { order, send, hear } = page();
  hear();
  void send(READ);
  expect(order).toEqual(['call']);
  hear();
  // What the message leads to in the SDK comes before.
  expect(order).toEqual(['call']);
  await vi.advanceTimersByTimeAsync(0);
  void send(READ);
  hear();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(order).toEqual(['call', 'called back', 'call']);
});

it('calls back without a message when none comes for a while', async () => {
  const { order, send } = page();
  void send(READ);
  await vi.advanceTimersByTimeAsync(100);
  expect(order).toEqual(['call', 'called back']);
});
