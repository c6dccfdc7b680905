import type { RecordRef } from '../../crm/paths';
import type { Published } from '../../crm/published';
import type { Send } from '../../crm/transport';
import type { BrowserMemory } from '../../ui/browser-memory';
import type { RecordStore } from '../start/record-store';

/** What changing a lock takes. */
export interface ChangingPorts {
  readonly store: Pick<RecordStore, 'latest' | 'record' | 'shown' | 'update' | 'show' | 'showFailure'>;
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly memory: BrowserMemory;
  /** The reasons that an administrator offers, and whether others may be given. */
  readonly published: Pick<Published, 'offered' | 'read' | 'readAgain'>;
  /** Tells the other widgets of this browser that a record's lock was changed from here. */
  readonly announce: (record: RecordRef) => void;
}
