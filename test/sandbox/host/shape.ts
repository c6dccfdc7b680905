/** Small checks for values that came over a wire. */

export type Shape = Readonly<Record<string, unknown>>;

export const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value when it is a text, else an empty text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The objects of a list; anything else in it is left out. */
export const shapesOf = (value: unknown): Shape[] => (Array.isArray(value) ? value.filter(isShape) : []);

/** `value[key]` when `value` is an object. */
export const at = (value: unknown, key: string): unknown => (isShape(value) ? value[key] : undefined);
