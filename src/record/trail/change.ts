import type { RecordRef } from '../../crm/paths';
import type { Lock } from '../../locking/lock/lock';

/** A change of a record's lock that was made from here and is confirmed. */
export interface LockChange {
  readonly kind: 'locked' | 'reasonChanged' | 'unlocked';
  readonly record: RecordRef;
  readonly before: Lock | null;
  readonly after: Lock | null;
}
