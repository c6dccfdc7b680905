import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ConfigurationDraft } from '../../locking/configuration-draft';
import type { Field } from '../../locking/fields';

type Find = typeof import('../../locking/implied-rules').impliedRules;

/** Names of rules that lock all that another one locks, by that one's key. Only a hint, so nothing is said where its file fails. */
export function useImpliedRules(
  draft: ConfigurationDraft,
  fields: readonly Field[],
  wanted: boolean,
): ReadonlyMap<string, string> | undefined {
  const [find, setFind] = useState<Find | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const keep = (file: { readonly impliedRules: Find }) => setFind(() => file.impliedRules);
    import('../../locking/implied-rules').then(keep, () => {});
  }, [wanted]);
  return useMemo(() => find?.(draft, fields), [find, draft, fields]);
}
