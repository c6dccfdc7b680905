const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (tag: string, percent: boolean): Intl.NumberFormat => {
  const name = `${tag} ${percent}`;
  const known = formats.get(name);
  if (known) return known;
  const style = percent ? ({ style: 'unit', unit: 'percent' } as const) : {};
  const format = new Intl.NumberFormat(tag, { maximumFractionDigits: 20, ...style });
  formats.set(name, format);
  return format;
};

/** A number as Zoho holds it (`50000.5`), with the separators of the locale and every digit; other text as it is. */
export const numberText = (value: string, tag: string, percent = false): string =>
  isNumeric(value) ? formatOf(tag, percent).format(value) : value;

/** The number as it is edited: the locale's separators, unless that would not lead back to the same digits. */
export const editedNumber = (value: string, tag: string): string => {
  const text = numberText(value, tag);
  return enteredNumber(text, tag) === value ? text : value;
};

/** How numbers are written in a locale. */
interface Writing {
  readonly group: string;
  readonly decimal: string;
  readonly digits: ReadonlyMap<string, string>;
}

const writings = new Map<string, Writing>();

const writingOf = (tag: string): Writing => {
  const known = writings.get(tag);
  if (known) return known;
  const format = formatOf(tag, false);
  const parts = format.formatToParts(1234567.5);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const digits = new Map<string, string>();
  // Arabic keyboards have digits of their own, whichever the locale writes.
  for (let digit = 0; digit < 10; digit++)
    for (const written of [
      format.format(digit),
      String.fromCharCode(0x660 + digit),
      String.fromCharCode(0x6f0 + digit),
    ])
      digits.set(written, String(digit));
  const writing = { group: sign('group').trim() || '\u0000', decimal: sign('decimal'), digits };
  digits.set('\u066b', writing.decimal).set('\u066c', '');
  writings.set(tag, writing);
  return writing;
};

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const GROUPED = /^[+-]?\d{1,3}$/;

/**
 * What was typed, in Zoho's form. Separators are read as the locale has them; a group separator that stands where no group
 * can end is taken for a decimal point, as in `1.5` under a locale that groups by points. Text that is no number stays.
 */
export const enteredNumber = (typed: string, tag: string): string => {
  const { group, decimal, digits } = writingOf(tag);
  const plain = Array.from(typed, (char) => digits.get(char) ?? char)
    .join('')
    .replace(/[\u200e\u200f\u061c\s]/g, '')
    .replace(/^[\u2212\u2013]/, '-');
  const [whole = '', fraction, ...more] = plain.split(decimal);
  const [first = '', ...others] = whole.split(group);
  const grouped = GROUPED.test(first) && others.every((part) => /^\d{3}$/.test(part));
  const misplaced = !grouped && fraction === undefined && others.length === 1;
  const text = misplaced
    ? `${first}.${others[0]}`
    : grouped || !others.length
      ? [first, ...others].join('') + (fraction === undefined ? '' : `.${fraction}`)
      : plain;
  return !more.length && NUMBER.test(text) ? text : typed.trim();
};
