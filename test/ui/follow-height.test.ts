// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followHeight } from '../../src/ui/follow-height';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the height of the content', () => {
  it('is told whole, and only when it changes', () => {
    let measure = () => {};
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          measure = callback;
        }
        observe() {
          measure();
        }
      },
    );
    const element = document.createElement('main');
    let height = 100.2;
    element.getBoundingClientRect = () => new DOMRect(0, 0, 300, height);
    const told: number[] = [];
    followHeight(element, (each) => void told.push(each));
    measure();
    height = 100.9;
    measure();
    height = 240;
    measure();
    expect(told).toEqual([101, 240]);
  });

  it('is told as well where the browser has no ResizeObserver', async () => {
    vi.stubGlobal('ResizeObserver', undefined);
    const element = document.createElement('main');
    let height = 100;
    element.getBoundingClientRect = () => new DOMRect(0, 0, 300, height);
    const told: number[] = [];
    followHeight(element, (each) => void told.push(each));
    height = 140;
    element.append('A line more');
    await vi.waitFor(() => expect(told).toEqual([100, 140]));
  });
});
