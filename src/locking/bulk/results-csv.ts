/** What a spreadsheet would run as a formula: the characters it begins with, also behind white space. */
const FORMULA = /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/** One cell: quoted, and shown as the text it is by a spreadsheet that would calculate it. */
const cell = (value: string): string =>
  `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;

/** A table as CSV (RFC 4180) that Excel opens in UTF-8. Control characters that no cell can show are left out. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((value) => cell(visible(value))).join(',')).join('\r\n')}\r\n`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

const visible = (value: string): string => value.replace(CONTROLS, '').replace(/[\ud800-\udfff]/gu, '\ufffd');
