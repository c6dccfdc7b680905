import { columnOf } from './literals';

/** More examples than this help nobody. */
export const LARGEST_SAMPLE = 10;

const column = (role: string, name: string): string => {
  const found = columnOf(name);
  if (found === undefined) throw new RangeError(`${role} is not a plain word`);
  return found;
};

/** The module's name is not quoted: Zoho accepts no quotes there. */
const from = (module: string): string => {
  column('Module', module);
  return `from ${module}`;
};

/** How many records match. `where` comes from `toCoql`. */
export const countQuery = (module: string, where: string): string =>
  `select COUNT(id) ${from(module)} where ${where}`;

/** How many of them are locked already, by whatever source. */
export const countLockedQuery = (module: string, where: string): string =>
  countQuery(module, `(${where} and Locked__s = true)`);

/** How many of them are not locked yet. */
export const countUnlockedQuery = (module: string, where: string): string =>
  countQuery(module, `(${where} and Locked__s = false)`);

/** A few of them by name. `limit` is kept between 1 and 10. */
export const sampleQuery = (
  module: string,
  nameField: string,
  where: string,
  limit: number = LARGEST_SAMPLE,
): string => {
  const most = Math.min(LARGEST_SAMPLE, Math.max(1, Math.trunc(limit)));
  const columns = [...new Set([column('Name field', nameField), 'id'])].join(', ');
  return `select ${columns} ${from(module)} where ${where} limit ${most}`;
};
