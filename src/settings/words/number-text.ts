import { once } from '../../i18n/once';

const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

const DIGITS = { maximumFractionDigits: 20 };

const plainFormat = once((tag) => new Intl.NumberFormat(tag, DIGITS));
const percentFormat = once(
  (tag) => new Intl.NumberFormat(tag, { ...DIGITS, style: 'unit', unit: 'percent' }),
);

/** A number as Zoho holds it (`50000.5`), with the separators of the locale and every digit; other text as it is. */
export const numberText = (value: string, tag: string, percent = false): string =>
  isNumeric(value) ? (percent ? percentFormat : plainFormat)(tag).format(value) : value;

/** The number as it is edited: the locale's separators, unless that would not lead back to the same digits. */
export const editedNumber = (value: string, tag: string): string => {
  const text = numberText(value, tag);
  return enteredNumber(text, tag) === value ? text : value;
};

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}$/;

/**
 * What was typed, in Zoho's form. Separators are read as the locale has them; a group separator that stands where no group
 * can end is taken for a decimal point, as in `1.5` under a locale that groups by points. Digits may be Arabic or Persian,
 * whichever the locale writes. Text that is no number stays.
 */
export const enteredNumber = (typed: string, tag: string): string => {
  const parts = plainFormat(tag).formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value.trim() || '\u0000';
  const plain = typed
    .replace(/[\s\u200e\u200f\u061c\u066c]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace('\u066b', sign('decimal'))
    .replace(/^[\u2212\u2013]/, '-');
  const [whole = '', ...fraction] = plain.split(sign('decimal'));
  const [first = '', ...others] = whole.split(sign('group'));
  const grouped = !others.length || (GROUPED.test(first) && others.every((part) => /^\d{3}$/.test(part)));
  const text = grouped
    ? [first + others.join(''), ...fraction].join('.')
    : [first, ...others, ...fraction].join('.');
  return NUMBER.test(text) ? text : typed.trim();
};
