import type { RecordRef } from '../../crm/paths';
import type { Published } from '../../crm/published';
import type { Send } from '../../crm/transport';
import type { BrowserMemory } from '../../ui/browser-memory';
import type { ChangingCommands } from '../changing/commands';
import type { RecordStore } from '../start/record-store';
import type { ViewContext } from '../view/view-context';

/** What the features take that an administrator may turn on. */
export interface OptionalPorts {
  readonly store: Pick<RecordStore, 'api' | 'record' | 'shown' | 'update' | 'onLockRead'>;
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly memory: BrowserMemory;
  readonly published: Pick<Published, 'kept' | 'settled' | 'offered'>;
  readonly commands: Pick<ChangingCommands, 'unlock' | 'askToUnlock' | 'cancel' | 'lockAgain'>;
  /** What the page says, as it was last painted: tasks and notes are written in the writer's language. */
  readonly ui: () => ViewContext | null;
  /** Id of whoever is signed in; null while the host has not told. */
  readonly me: () => string | null;
  /** A short text that was never used before. */
  readonly newKey: () => string;
  /** The record's address in the CRM; null where it is not known. */
  readonly linkTo: (record: RecordRef) => string | null;
}

/** The calendar day of a moment, `2026-12-01`, in the zone of the person. */
export const dayOf = (moment: number, timeZone: string | null): string => {
  const format = (zone: string | undefined) =>
    new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone });
  try {
    return format(timeZone ?? undefined).format(moment);
  } catch {
    return format(undefined).format(moment);
  }
};
