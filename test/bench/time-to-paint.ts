import type { Frame } from '@playwright/test';

/**
 * Milliseconds from the moment the browser took the next input of this type to the frame that shows what came of it.
 * `act` gives the input.
 */
export async function timeToPaint(
  frame: Frame,
  type: 'keydown' | 'click' | 'scroll',
  act: () => Promise<void>,
): Promise<number> {
  await frame.evaluate(`
    window.painted = new Promise((resolve) => {
      addEventListener('${type}', (event) => {
        requestAnimationFrame(() => {
          // The task after an animation frame's callbacks runs once that frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - event.timeStamp);
          port2.postMessage(undefined);
        });
      }, { capture: true, once: true });
    });
    undefined`);
  await act();
  return frame.evaluate<number>('window.painted');
}
