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

/** Rows that one query may give. */
export const MOST_ROWS = 2_000;

/**
 * The locked records of a module with their names, those with the smallest ids first; `after`: only those beyond that id. COQL
 * sorts by id where it is not told otherwise, so pages neither repeat nor pass over a record when others are unlocked meanwhile.
 */
export const lockedQuery = (module: string, nameField: string, after: string | null): string => {
  if (after !== null && !/^\d{1,30}$/.test(after)) throw new RangeError('Record id is not a number');
  const where = after === null ? 'Locked__s = true' : `(Locked__s = true and id > '${after}')`;
  return `select id, ${column('Name field', nameField)} ${from(module)} where ${where} limit ${MOST_ROWS}`;
};
