import type { Configuration } from '../../locking/configuration';
import { type ConfigurationDraft, draftOf } from '../../locking/configuration-draft';
import { ruleJson } from '../../locking/configuration-rules';
import { without } from '../../locking/json';

/**
 * My draft as a change of what is there now, so that saving it puts mine in place of theirs: rules that they removed become
 * new ones, rules that they added are marked as deleted (and can be restored before saving).
 */
export function rebase(draft: ConfigurationDraft, theirs: Configuration | null): ConfigurationDraft {
  const known = new Set(theirs?.rules.map((rule) => rule.id));
  const mine = new Set(draft.rules.map((rule) => rule.id));
  const id = theirs?.id;
  const own = without(draft.source, ['id', 'created_time', 'created_by', 'modified_time', 'modified_by']);
  const server = Object.fromEntries(
    Object.entries(theirs?.source ?? {}).filter(([key]) => !(key in own) && key !== 'locking_rules'),
  );
  return {
    ...draft,
    base: theirs,
    source: { ...own, ...server, ...(id === undefined ? {} : { id }) },
    rules: [
      ...draft.rules
        .filter((rule) => !rule.deleted || known.has(rule.id))
        .map((rule) =>
          rule.id === undefined || known.has(rule.id)
            ? rule
            : { ...rule, id: undefined, source: without(ruleJson(rule), ['id']) },
        ),
      ...draftOf(theirs)
        .rules.filter((rule) => !mine.has(rule.id))
        .map((rule) => ({ ...rule, deleted: true })),
    ],
  };
}
