/**
 * A channel to the other pages of this browser. Where the browser has none, or refuses one because cookies are blocked, nothing is
 * heard and nobody hears.
 */
export function openChannel(name: string, heard: (message: unknown) => void): (message: unknown) => void {
  try {
    const channel = new BroadcastChannel(name);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard(data));
    return (message) => channel.postMessage(message);
  } catch {
    return () => {};
  }
}
