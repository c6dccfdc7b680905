import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Configuration } from '../../locking/configuration/model';
import { isUnsaved } from '../../locking/configuration/saving/request';
import { isKeptSaved, keepDraft, restoreDraft } from '../../locking/configuration/saving/stored-draft';
import type { NewKey } from '../../locking/criteria/tree/node';
import type { BrowserMemory } from '../../ui/browser-memory';

/** Milliseconds after which a draft that nobody came back to is forgotten. */
export const KEPT_FOR = 7 * 24 * 3_600_000;

export type KeptDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'restored'; readonly draft: ConfigurationDraft; readonly at: number };

/** Unsaved changes, kept in this browser per module and version of its configuration. */
export interface KeptDrafts {
  keep(draft: ConfigurationDraft): void;
  forget(): void;
  /** What was kept, on top of what was read now. Forgets what is of no use any more. */
  restore(base: Configuration | null, newKey: NewKey): KeptDraft;
}

/** `name`: under which they are kept, of one module and one person. */
export function keptDrafts(memory: BrowserMemory, name: string, now: () => number): KeptDrafts {
  const forget = (): void => memory.set(name, null);
  /** Those of other modules, too: nobody may ever open these again. */
  const forgetOld = (): void => {
    for (const other of memory.names()) {
      const kept = other.startsWith('draft.') && other !== name ? memory.get(other) : null;
      if (typeof kept === 'object' && kept && !(now() - Number(Reflect.get(kept, 'at')) < KEPT_FOR))
        memory.set(other, null);
    }
  };
  return {
    forget,
    keep(draft) {
      if (isUnsaved(draft)) memory.set(name, { at: now(), draft: keepDraft(draft) });
      else forget();
    },
    restore(base, newKey) {
      forgetOld();
      const kept = memory.get(name);
      if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('draft' in kept))
        return { kind: 'none' };
      const at = Number(kept.at);
      const fresh = now() - at < KEPT_FOR;
      const draft = fresh ? restoreDraft(base, kept.draft, newKey) : undefined;
      if (draft && isUnsaved(draft) && !base?.systemDefined) return { kind: 'restored', draft, at };
      forget();
      return { kind: fresh && !draft && !isKeptSaved(base, kept.draft) ? 'outdated' : 'none' };
    },
  };
}
