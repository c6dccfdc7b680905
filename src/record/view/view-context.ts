import type { ComponentChildren } from 'preact';
import type { Translator } from '../../i18n/translator';
import type { Lock } from '../../locking/lock/lock';
import type { RecordShown } from '../start/record-state';

/** What every view of the record widget gets beside its state. */
export interface ViewContext extends Translator {
  /** Milliseconds since the epoch, for "2 hours ago". */
  readonly now: number;
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
  readonly userId: string | null;
  /** Calls wait because the CRM limits them. */
  readonly limited?: boolean;
  readonly refresh: () => void;
  readonly toggleReason: () => void;
  /** Starts over after a problem with the host. */
  readonly retryHost: () => void;
  /** Opens a form or question, loading what it takes where that has not happened yet. */
  readonly start: (task: StartableTask) => void;
  /** What is loaded after the status is shown; null until then. */
  readonly after: DeferredParts | null;
}

export type StartableTask = 'startLocking' | 'startEditing' | 'askToUnlock';

/** The views of everything that changes a lock. */
export interface TaskViews {
  start(task: StartableTask): void;
  /** The form or question at hand, with what came of the last action above it. */
  view(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** What to say beside the status: what came of the last action, or what is wrong with the form. */
  announcement(state: RecordShown, ui: ViewContext): string | null;
}

export interface DeferredParts extends TaskViews {
  /** What is known about the lock beyond its status. */
  details(props: { state: RecordShown; lock: Lock; ui: ViewContext }): ComponentChildren;
}
