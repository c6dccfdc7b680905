/** Most readings of a thing that a real org may still be busy with. */
const TRIES = 15;

/** Reads until it is so, or until patience ends; the last reading either way. Without patience there is one reading. */
export async function eventually<T>(
  read: () => Promise<T>,
  isSo: (value: T) => boolean,
  patience: (() => Promise<void>) | undefined,
): Promise<T> {
  let value = await read();
  for (let tries = 1; patience && tries < TRIES && !isSo(value); tries += 1) {
    await patience();
    value = await read();
  }
  return value;
}
