import { createContext } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Field } from '../../../locking/configuration/fields';
import { useStore } from '../../../ui/use-store';
import { useEditor } from '../../context/editor';
import { itemsOf } from '../../editing/editing-state';
import type { Editor } from '../../editing/editor';

/** Milliseconds without an edit after which rules are compared with one another: a hint must not slow down typing. */
const PAUSE = 300;

const NONE: readonly Field[] = [];

/** Names of rules that lock all that another one locks, by that one's key; empty until somebody looks. */
interface ImpliedRules {
  readonly found: StoreApi<ReadonlyMap<string, string>>;
  /** From now on somebody looks. */
  watch(): void;
  close(): void;
}

export const ImpliedRulesContext = createContext<ImpliedRules | null>(null);

/** Only a hint, so nothing is said where its file fails. */
export function useImpliedRules(): ImpliedRules {
  const editor = useEditor();
  const implied = useMemo(() => impliedRules(editor), [editor]);
  useEffect(() => implied.close, [implied]);
  return implied;
}

/** The name of a rule that locks everything this one does. */
export function useImpliedBy(ruleKey: string): string | undefined {
  const implied = useContext(ImpliedRulesContext);
  useEffect(() => implied?.watch(), [implied]);
  return useStore(implied?.found ?? NOTHING, (found) => found.get(ruleKey));
}

const NOTHING = createStore<ReadonlyMap<string, string>>(() => new Map());

function impliedRules({ state }: Editor): ImpliedRules {
  const found = createStore<ReadonlyMap<string, string>>(() => new Map());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe: (() => void) | undefined;
  let closed = false;

  async function watch(): Promise<void> {
    if (unsubscribe) return;
    unsubscribe = () => {};
    const { impliedRules: find } = await import('../../../locking/configuration/implied-rules');
    const compare = (): void => {
      const { draft, fields } = state.getState();
      found.setState(find(draft, itemsOf(fields) ?? NONE), true);
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(compare, PAUSE);
    };
    if (closed) return;
    soon();
    unsubscribe = state.subscribe((now, before) => {
      if (now.draft !== before.draft || now.fields !== before.fields) soon();
    });
  }
  return {
    found,
    watch: () => void watch().catch(() => {}),
    close() {
      closed = true;
      clearTimeout(timer);
      unsubscribe?.();
    },
  };
}
