import type { RecordRef } from '../../crm/paths';
import type { Published } from '../../crm/published';
import type { Send } from '../../crm/transport';
import type { BrowserMemory } from '../../ui/browser-memory';
import type { RecordStore } from '../start/record-store';
import type { LockChange } from '../trail/change';
import type { Barriers } from './barriers';

type ChangedStore = 'latest' | 'record' | 'shown' | 'update' | 'show' | 'showFailure' | 'readAnew';

/** What changing a lock takes. */
export interface ChangingPorts {
  readonly store: Pick<RecordStore, ChangedStore>;
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly memory: BrowserMemory;
  /** The reasons that an administrator offers, and whether others may be given. */
  readonly published: Pick<Published, 'offered' | 'read' | 'readAgain' | 'forget'>;
  /** What this user is known not to be able to do. */
  readonly barriers: Pick<Barriers, 'note'>;
  /** Id of the user, null while unknown. */
  readonly userId: () => string | null;
  /** Tells the other widgets of this browser that a record's lock was changed from here. */
  readonly announce: (record: RecordRef) => void;
  /** Tells what was changed from here, once it is confirmed. */
  readonly changed: (change: LockChange) => void;
}
