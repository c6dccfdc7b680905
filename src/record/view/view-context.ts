import type { ComponentChildren } from 'preact';
import type { Translator } from '../../i18n/translator';
import type { RecordShown } from '../start/record-state';

/** How the views of the record page say things, beside their state. */
export interface ViewContext extends Translator {
  /** Milliseconds since the epoch, for "2 hours ago". */
  readonly now: number;
  /** IANA name of the user's zone, null while unknown. */
  readonly timeZone: string | null;
  readonly userId: string | null;
  /** Null while the host has not told. */
  readonly userName?: string | null;
  /** Calls wait because the CRM limits them. */
  readonly limited?: boolean;
}

/** What a person can do as soon as the status is shown. */
export interface RecordCommands {
  refresh(): void;
  toggleReason(): void;
  /** Starts over after a problem with the host. */
  retryHost(): void;
  /** Opens a form or dialog, loading what it takes where that has not happened yet. */
  start(task: StartableTask): void;
}

export type StartableTask = 'startLocking' | 'startEditing' | 'askToUnlock';

/** What a view of the page is given. */
export interface RecordProps<State> {
  readonly state: State;
  readonly commands: RecordCommands;
  readonly ui: ViewContext;
}

/** What is said first of a lock, where more is known than its status. */
export interface Headline {
  readonly tone?: 'exempt';
  readonly title?: string;
  readonly help?: string;
}

/** The views that are loaded after the status is shown. */
export interface DeferredViews {
  start(task: StartableTask): void;
  headline(state: RecordShown, ui: ViewContext): Headline;
  /** What is known about the lock beyond its status. */
  details(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** The form or dialog at hand, with what came of the last action. */
  changing(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** What this user is known not to be able to begin, and why. */
  barred(state: RecordShown, ui: ViewContext): { tasks: readonly StartableTask[]; why: ComponentChildren };
  /** What people ask and are told about the lock, between what is known of it and the buttons. */
  asides(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** Buttons beside those that change the lock. */
  actions(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** Whether a form is open that leaves no place for buttons. */
  occupied(): boolean;
  /** Below the buttons. */
  below(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** What to say beside the status: what came of the last action, or what is wrong with the form. */
  announcement(state: RecordShown, ui: ViewContext): string | null;
}
