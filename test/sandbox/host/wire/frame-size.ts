import { at } from '../shape';

/** What a widget asks of its frame, in CSS pixels; a side that was not asked for, or not in a way that is understood, is absent. */
export interface FrameSize {
  readonly width?: number;
  readonly height?: number;
}

const LARGEST = 5000;

/** Reads a size such as `{height: 600, width: '50%'}`; a percentage is of the CRM's window. */
export function frameSizeOf(data: unknown, window: { readonly width: number; readonly height: number }) {
  const width = pixelsOf(at(data, 'width'), window.width);
  const height = pixelsOf(at(data, 'height'), window.height);
  const size: FrameSize = { ...(width ? { width } : {}), ...(height ? { height } : {}) };
  return size;
}

function pixelsOf(side: unknown, whole: number): number | undefined {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*(px|%)?\s*$/.exec(String(side)) ?? [];
  if (digits === undefined) return undefined;
  const pixels = Math.round(unit === '%' ? (whole * Number(digits)) / 100 : Number(digits));
  return pixels > 0 ? Math.min(pixels, LARGEST) : undefined;
}
