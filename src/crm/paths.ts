/**
 * One variable part of a path. The API names and ids of Zoho CRM are plain words and digits; anything else is refused, so
 * that no value from outside can leave its segment.
 * @throws RangeError naming the value's role, never the value: it may be hostile.
 */
export function segment(role: string, value: string): string {
  if (!/^\w{1,200}$/.test(value)) throw new RangeError(`${role} is not a word of letters, digits and _`);
  return value;
}

/** The record whose lock is meant: the module's API name and the record's id (a decimal string beyond 2^53). */
export interface RecordRef {
  readonly module: string;
  readonly id: string;
}

export const recordPath = ({ module, id }: RecordRef): string =>
  `/crm/v8/${segment('Module', module)}/${segment('Record id', id)}`;

export const lockPath = (record: RecordRef, lockId?: string): string =>
  `${recordPath(record)}/Locking_Information__s${lockId === undefined ? '' : `/${segment('Lock id', lockId)}`}`;
