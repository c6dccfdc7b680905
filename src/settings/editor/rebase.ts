import { type Configuration, readSettings, SERVER_KEYS } from '../../locking/configuration';
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
  // The rules are apart: their place in the source is always that of the configuration they go back to.
  const own = without(draft.source, ['id', 'locking_rules', ...SERVER_KEYS]);
  const source = { ...theirs?.source, ...own, ...(id === undefined ? {} : { id }) };
  return {
    ...draft,
    base: theirs,
    source,
    settings: readSettings(source),
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
