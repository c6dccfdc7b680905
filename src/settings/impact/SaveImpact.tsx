import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { countUnlocked, type RecordCount } from '../../crm/read-impact';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Field } from '../../locking/configuration/fields';
import { leaves } from '../../locking/configuration/saving/request';
import { keySource, newGroup, serialiseCriteria } from '../../locking/criteria/tree/node';
import { useWords, type Words } from '../context/words';
import type { ModuleName } from '../editing/module-row';
import { nameInSentence } from '../words/name-in-sentence';
import { PAUSE, useCounting } from './use-impact';

export interface SaveImpactProps {
  readonly module: ModuleName;
  readonly draft: ConfigurationDraft;
  readonly fields: readonly Field[];
  /** Milliseconds without an edit after which is counted. */
  readonly pause?: number;
  /** What stands there until it is counted. */
  readonly children?: ComponentChildren;
}

/** "Saving locks 1,284 deals": the records that rules lock at once when the draft is saved. */
export function SaveImpact({ module, draft, fields, pause = PAUSE, children }: SaveImpactProps) {
  const words = useWords();
  const { send } = useCounting();
  const [count, setCount] = useState<RecordCount | null>(null);
  // Edits elsewhere make another draft, not other criteria.
  const rules = draft.rules.filter((rule) => rule.lockExisting && !leaves(draft, rule));
  const all = rules.flatMap(({ criteria }) => criteria ?? []);
  const key = JSON.stringify(all.map(serialiseCriteria));
  const criteria = useMemo(() => all, [key]);
  useEffect(() => {
    let wanted = true;
    setCount(null);
    const ask = async (): Promise<void> => {
      const [only, ...others] = criteria;
      if (!only) return;
      // A record that several rules match is locked once.
      const asked = others.length ? newGroup(keySource('count'), 'OR', criteria) : only;
      const question = { module: module.apiName, fields, criteria: asked, wanted: () => wanted };
      const answer = await countUnlocked(send, question);
      if (answer && wanted) setCount(answer);
    };
    const timer = setTimeout(ask, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [send, module.apiName, fields, criteria, pause]);
  if (!criteria.length) return <>{children}</>;
  return (
    <span class="save-impact" aria-live="polite">
      {count ? text(count, nameInSentence(module, words.tag), words) : children}
    </span>
  );
}

function text(count: RecordCount, module: string, { t }: Words): string {
  if (count.kind !== 'counted') return t('settings.impact.savingUnknown', { module });
  const { least, most } = count;
  return least === most
    ? t('settings.impact.saving', { count: most, module })
    : t('settings.impact.savingBetween', { least, most, module });
}
