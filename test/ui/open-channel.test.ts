import { afterEach, expect, it, vi } from 'vitest';
import { openChannel } from '../../src/ui/open-channel';

afterEach(() => void vi.unstubAllGlobals());

it('hears what another page of this browser says', async () => {
  const heard = vi.fn();
  openChannel('test', heard);
  const other = new BroadcastChannel('test');
  other.postMessage('Deals/1');
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('Deals/1'));
  other.close();
});

it.each([
  ['has no channels', undefined],
  [
    'refuses them, because cookies are blocked',
    class {
      constructor() {
        throw new DOMException('Access denied', 'SecurityError');
      }
    },
  ],
])('is silent where the browser %s', (_name, channel) => {
  vi.stubGlobal('BroadcastChannel', channel);
  expect(() => openChannel('test', () => {})('Deals/1')).not.toThrow();
});
