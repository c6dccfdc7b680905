import { segment } from './path';

/** The record whose lock is meant: the module's API name and the record's id (a decimal string beyond 2^53). */
export interface RecordRef {
  readonly module: string;
  readonly id: string;
}

export const recordPath = ({ module, id }: RecordRef): string =>
  `/crm/v8/${segment('Module', module)}/${segment('Record id', id)}`;

export const lockPath = (record: RecordRef, lockId?: string): string =>
  `${recordPath(record)}/Locking_Information__s${lockId === undefined ? '' : `/${segment('Lock id', lockId)}`}`;
