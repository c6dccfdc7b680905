import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FoundRecord } from '../../crm/count-records';
import { countUnlocked, type RecordCount, sampleUnlocked } from '../../crm/read-impact';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Field } from '../../locking/configuration/fields';
import { leaves } from '../../locking/configuration/saving/request';
import { keySource, newGroup, serialiseCriteria } from '../../locking/criteria/tree/node';
import type { Words } from '../context/words';
import type { ModuleName } from '../editing/module-row';
import { nameInSentence } from '../words/name-in-sentence';
import { PAUSE, useCounting } from './use-impact';

export interface SaveCountProps {
  readonly module: ModuleName;
  readonly draft: ConfigurationDraft;
  readonly fields: readonly Field[];
  /** Milliseconds without an edit after which is counted. */
  readonly pause?: number;
  /** Whether some of the records are wanted by name, too: one call more. */
  readonly examples?: boolean;
}

export interface SaveCount {
  /** Whether saving locks anything at once. */
  readonly locks: boolean;
  /** Null while it is counted. */
  readonly count: RecordCount | null;
  readonly examples: readonly FoundRecord[];
}

/** How many records the rules lock at once when the draft is saved. */
export function useSaveCount({ module, draft, fields, pause = PAUSE, examples }: SaveCountProps): SaveCount {
  const { send } = useCounting();
  const [count, setCount] = useState<RecordCount | null>(null);
  const [found, setFound] = useState<readonly FoundRecord[]>([]);
  // Edits elsewhere make another draft, not other criteria.
  const rules = draft.rules.filter((rule) => rule.lockExisting && !leaves(draft, rule));
  const all = rules.flatMap(({ criteria }) => criteria ?? []);
  const key = JSON.stringify(all.map(serialiseCriteria));
  const criteria = useMemo(() => all, [key]);
  useEffect(() => {
    let wanted = true;
    setCount(null);
    setFound([]);
    const ask = async (): Promise<void> => {
      const [only, ...others] = criteria;
      if (!only) return;
      // A record that several rules match is locked once.
      const asked = others.length ? newGroup(keySource('count'), 'OR', criteria) : only;
      const question = { module: module.apiName, fields, criteria: asked, wanted: () => wanted };
      const answer = await countUnlocked(send, question);
      if (!answer || !wanted) return;
      setCount(answer);
      const some = examples && answer.kind === 'counted' && answer.most > 0 && answer.least === answer.most;
      const records = some ? await sampleUnlocked(send, question) : [];
      if (wanted) setFound(records);
    };
    const timer = setTimeout(ask, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [send, module.apiName, fields, criteria, pause, examples]);
  return { locks: criteria.length > 0, count, examples: found };
}

/** "Saving locks 1,284 deals". */
export function saveCountText(count: RecordCount, name: ModuleName, { t, tag }: Words): string {
  const module = nameInSentence(name, tag);
  if (count.kind !== 'counted') return t('settings.impact.savingUnknown', { module });
  const { least, most } = count;
  return least === most
    ? t('settings.impact.saving', { count: most, module })
    : t('settings.impact.savingBetween', { least, most, module });
}
