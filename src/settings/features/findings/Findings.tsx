import { useEffect, useMemo, useState } from 'preact/hooks';
import { isUnsaved } from '../../../locking/configuration/saving/request';
import { type Place, placeOf } from '../../../locking/configuration/validation/problems';
import { dismissalOf, keptDismissals, undismissed } from '../../../locking/findings/dismissals';
import { findingsOf } from '../../../locking/findings/find';
import { useStore } from '../../../ui/use-store';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { countUnlockedByRule, explanationState, requestsIn } from '../../editing/findings/read-findings';
import { useCounting } from '../../impact/use-impact';
import { FindingList } from '../../words/FindingList';

/** What is wrong with the open module's configuration as it is edited, or worth knowing. Hints, which never block. */
export function Findings({ onJump }: { readonly onJump: (place: Place | undefined) => void }) {
  const { t } = useWords();
  const { module, publisher } = useEditor();
  const draft = useEditing((editing) => editing.draft);
  const fields = useEditing((editing) => itemsOf(editing.fields));
  const profiles = useEditing((editing) => itemsOf(editing.profiles));
  const buttons = useEditing((editing) => itemsOf(editing.buttons));
  const published = useStore(publisher.state, (state) => state.published);
  const unlocked = useUnlocked();
  const told = published && !('error' in published) ? published.module : undefined;
  const source = draft.base?.source;
  const found = useMemo(
    () =>
      source
        ? findingsOf(draft, {
            ...{ fields, profiles, buttons, unlocked },
            module: module.apiName,
            // What is not saved yet is not published either.
            explanation: told === undefined || isUnsaved(draft) ? undefined : explanationState(told, source),
            requests: (told && requestsIn(told)) ?? undefined,
          })
        : [],
    [draft, fields, profiles, buttons, unlocked, told, source],
  );
  const shown = undismissed(found, told?.dismissed ?? []);
  if (!shown.length) return null;
  return (
    <section class="part findings" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('settings.findings.title')}</h2>
      <FindingList
        findings={shown.map((finding) => ({ module, finding }))}
        openOf={({ finding }) => {
          const place = finding.path.length ? placeOf(draft, finding.path) : undefined;
          return place && (() => onJump(place));
        }}
        onDismiss={({ finding }) =>
          publisher.dismiss(
            [...keptDismissals(found, told?.dismissed ?? []), dismissalOf(finding)],
            source ?? null,
            fields ?? null,
          )
        }
      />
    </section>
  );
}

/** How many records match each saved rule without being locked, counted when the module opens and after each save. */
function useUnlocked(): ReadonlyMap<string, number> | undefined {
  const { module } = useEditor();
  const { send } = useCounting();
  const base = useEditing(({ draft }) => draft.base);
  const fields = useEditing((editing) => itemsOf(editing.fields));
  const [counts, setCounts] = useState<ReadonlyMap<string, number> | undefined>(undefined);
  useEffect(() => {
    setCounts(undefined);
    if (!base || base.systemDefined || !fields) return;
    let gone = false;
    const rules = base.rules.map((rule) => ({ ...rule, deleted: false }));
    void countUnlockedByRule(send, module.apiName, rules, fields).then((now) => gone || setCounts(now));
    return () => {
      gone = true;
    };
  }, [base, fields]);
  return counts;
}
