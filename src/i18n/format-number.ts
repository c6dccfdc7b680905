import type { NumberStyle } from './number-style';
import { once } from './once';

const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** The most decimals that `Intl` writes without rounding. */
const MOST_DECIMALS = 20;

const formats = once((tag) =>
  once(
    (options) => new Intl.NumberFormat(tag, { maximumFractionDigits: MOST_DECIMALS, ...JSON.parse(options) }),
  ),
);

/**
 * A number as JSON and Zoho write it (`50000.50`) in a person's style, every digit kept. Any other text stays as it is, and so
 * does a number with more decimals than can be written exactly.
 */
export function formatNumber(value: string, style: NumberStyle, percent = false): string {
  const minimumFractionDigits = value.split('.')[1]?.length ?? 0;
  if (!isNumeric(value) || minimumFractionDigits > MOST_DECIMALS) return value;
  const unit = percent ? { style: 'unit', unit: 'percent' } : {};
  return formats(style.tag)(JSON.stringify({ minimumFractionDigits, ...unit }))
    .formatToParts(value)
    .map((part) => (part.type === 'decimal' || part.type === 'group' ? style[part.type] : part.value))
    .join('');
}
