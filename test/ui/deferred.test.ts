import { afterEach, expect, test, vi } from 'vitest';
import { deferred, PART_BOUND } from '../../src/ui/deferred';

afterEach(() => void vi.useRealTimers());

test('a part is loaded when it is first wanted, and only once', async () => {
  let loads = 0;
  const part = deferred(async () => {
    loads += 1;
    return 'the part';
  });
  expect(loads).toBe(0);
  part.want();
  part.want();
  expect(part.api.getState()).toEqual({ kind: 'loading' });
  await vi.waitFor(() => expect(part.api.getState()).toEqual({ kind: 'ready', part: 'the part' }));
  part.want();
  expect(loads).toBe(1);
});

test('a file that is refused makes its part fail, and listeners hear of it', async () => {
  const part = deferred(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
  const heard: string[] = [];
  part.api.subscribe(({ kind }) => heard.push(kind));
  part.want();
  await vi.waitFor(() => expect(heard).toEqual(['loading', 'failed']));
});

test('a file that comes after its bound replaces the failure', async () => {
  vi.useFakeTimers();
  let arrive: (part: string) => void = () => {};
  const part = deferred(
    () =>
      new Promise<string>((resolve) => {
        arrive = resolve;
      }),
  );
  part.want();
  await vi.advanceTimersByTimeAsync(PART_BOUND);
  expect(part.api.getState()).toEqual({ kind: 'failed' });
  arrive('late');
  await vi.advanceTimersByTimeAsync(0);
  expect(part.api.getState()).toEqual({ kind: 'ready', part: 'late' });
});

test('a part that is there stays when its bound passes', async () => {
  vi.useFakeTimers();
  const part = deferred(async () => 'the part');
  part.want();
  await vi.advanceTimersByTimeAsync(PART_BOUND * 2);
  expect(part.api.getState()).toEqual({ kind: 'ready', part: 'the part' });
});
