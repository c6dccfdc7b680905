import type { ComponentChildren } from 'preact';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from '../view/view-context';

/** What the parts that are loaded on demand show on the page. */
export interface OptionalViews {
  /** Between what is known of the lock and the buttons. */
  asides(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** Buttons beside those that change the lock. */
  actions(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** In place of the question whether to unlock; null where it is enough. */
  unlocking(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** In the form that locks. */
  whenLocking(state: RecordShown, ui: ViewContext): ComponentChildren;
  /** A form of theirs is open, which leaves no place for other buttons. */
  occupied(): boolean;
  announcement(ui: ViewContext): string | null;
}
