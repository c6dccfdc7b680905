import { useEffect, useState } from 'preact/hooks';
import type { ConfigurationDraft } from '../../../locking/configuration/draft';
import type { Field } from '../../../locking/configuration/fields';

type Find = typeof import('../../../locking/configuration/implied-rules').impliedRules;

/** Milliseconds without an edit after which rules are compared with one another: a hint must not slow down typing. */
const PAUSE = 300;

/** Names of rules that lock all that another one locks, by that one's key. Only a hint, so nothing is said where its file fails. */
export function useImpliedRules(
  draft: ConfigurationDraft,
  fields: readonly Field[],
  wanted: boolean,
): ReadonlyMap<string, string> | undefined {
  const [find, setFind] = useState<Find | null>(null);
  const [found, setFound] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    if (!wanted) return;
    const keep = (file: { readonly impliedRules: Find }) => setFind(() => file.impliedRules);
    import('../../../locking/configuration/implied-rules').then(keep, () => {});
  }, [wanted]);
  useEffect(() => {
    if (!find) return;
    const timer = setTimeout(() => setFound(find(draft, fields)), PAUSE);
    return () => clearTimeout(timer);
  }, [find, draft, fields]);
  return found;
}
