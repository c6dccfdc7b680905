import { RECENT_REASONS, recentReasonsIn, rememberReason } from '../../locking/lock/reason';
import { type BrowserMemory, keptForPerson } from '../../ui/browser-memory';

/** What a person typed: reasons that were sent, and one that was not, which this tab keeps over a reload. */
export interface Typed {
  recent(): readonly string[];
  sent(reason: string): void;
  draft(): string;
  keepDraft(text: string): void;
}

const DRAFT = 'records.draft';

export function createTyped(memory: BrowserMemory, session: BrowserMemory): Typed {
  const browser = keptForPerson(memory, memory);
  const tab = keptForPerson(memory, session);
  const recent = (): readonly string[] => recentReasonsIn(browser.get(RECENT_REASONS));
  return {
    recent,
    sent(reason) {
      browser.set(RECENT_REASONS, rememberReason(recent(), reason));
      tab.set(DRAFT, null);
    },
    draft() {
      const kept = tab.get(DRAFT);
      return typeof kept === 'string' ? kept : '';
    },
    keepDraft: (text) => tab.set(DRAFT, text || null),
  };
}
