/** Rows that one query may give. */
export const MOST_ROWS = 2_000;

const WORD = /^[A-Za-z]\w*$/;

/**
 * The locked records of a module with their names, those with the smallest ids first; `after`: only those beyond that id. COQL
 * sorts by id where it is not told otherwise, so pages neither repeat nor pass over a record when others are unlocked meanwhile.
 */
export function lockedQuery(module: string, nameField: string, after: string | null): string {
  if (!WORD.test(module) || !WORD.test(nameField)) throw new RangeError('Module is not a plain word');
  if (after !== null && !/^\d{1,30}$/.test(after)) throw new RangeError('Record id is not a number');
  const where = after === null ? 'Locked__s = true' : `(Locked__s = true and id > '${after}')`;
  return `select id, ${nameField} from ${module} where ${where} limit ${MOST_ROWS}`;
}
