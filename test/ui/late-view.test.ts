// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { lateView } from '../../src/ui/late-view';

beforeEach(() => {
  document.body.innerHTML =
    '<main id="app">Checking…</main><template id="failed"><p>This page didn’t load.</p></template>';
});

it('is told in order what happened before it was there, and at once what happens then', async () => {
  const told: string[] = [];
  const view = lateView(async () => ({ say: (text: string) => void told.push(text) }));
  view.tell((it) => it.say('first'));
  view.tell((it) => it.say('second'));
  expect(told).toEqual([]);
  view.load();
  await vi.waitFor(() => expect(told).toEqual(['first', 'second']));
  view.tell((it) => it.say('third'));
  expect(told).toEqual(['first', 'second', 'third']);
});

it('leaves the page to what it says itself when its file does not come', async () => {
  const view = lateView(() => Promise.reject(new TypeError('Failed to fetch')));
  view.load();
  await vi.waitFor(() => expect(document.getElementById('app')?.textContent).toBe('This page didn’t load.'));
});
