import { type JsonObject, without } from '../../../base/json';
import { type NewKey, parseCriteria, serialiseCriteria } from '../../criteria/tree/node';
import { type ConfigurationDraft, draftOf, type RuleDraft } from '../draft';
import { type Configuration, type LockingRule, readSettings, SERVER_KEYS } from '../model';
import { intendedConfiguration, isChanged, leaves } from '../saving/request';
import { asNew, changesRules, mergeRules } from './merge-rules';
import { mergeSettings, settleSetting } from './merge-settings';
import { type Choose, type Conflict, conflictAt, type Side, settle } from './three-way';

/** My changes on top of what somebody else saved meanwhile. */
export interface ConfigurationMerge {
  /** A draft whose base is theirs, with all of my changes that collide with none of theirs. Where they collide, it is theirs. */
  readonly draft: ConfigurationDraft;
  /** What is to be decided; empty when the draft is all there is to say. */
  readonly conflicts: readonly Conflict[];
  /** The draft once it is decided. A conflict that nothing is said about goes to theirs. */
  readonly resolve: (sides: ReadonlyMap<Conflict['key'], Side>) => ConfigurationDraft;
}

/** Keys of another reading may be those that the draft uses already. */
const rekeyed = (rules: readonly LockingRule[], newKey: NewKey): readonly LockingRule[] =>
  rules.map((rule) => ({
    ...rule,
    key: newKey(),
    criteria: rule.criteria && parseCriteria(serialiseCriteria(rule.criteria), newKey),
  }));

/** My draft for a module that has no configuration any more: all of it is new. */
const anew = (mine: ConfigurationDraft): ConfigurationDraft => {
  const source = without(mine.source, ['id', ...SERVER_KEYS]);
  return {
    base: null,
    source,
    settings: readSettings(source),
    rules: mine.rules.map((rule) => asNew(rule, rule.deleted)),
  };
};

/** Somebody deleted the configuration: my changes cannot be merged with that, it is one or the other. */
const afterDeletion = (base: Configuration, mine: ConfigurationDraft, choose: Choose): ConfigurationDraft => {
  const values = { base: base.source, mine: intendedConfiguration(mine) };
  const side = choose(conflictAt([], { ...values, theirs: undefined }));
  return side === 'mine' ? anew(mine) : draftOf(null);
};

/** Whether a side turns to manual locking, and so drops all rules: what else it did to them does not count. */
const turnsManual = (side: Configuration | ConfigurationDraft, base: Configuration | null): boolean =>
  side.settings.lockType === 'manual' && base?.settings.lockType !== 'manual';

const staying = (rule: LockingRule): RuleDraft => ({ ...rule, deleted: false });

/** Rules of a form that is not known cannot be told apart: the list goes as a whole. */
const wholeRules = (
  base: Configuration | null,
  mine: ConfigurationDraft,
  theirs: Configuration,
  choose: Choose,
): Side => {
  const values = {
    base: base?.source.locking_rules,
    mine: intendedConfiguration(mine).locking_rules,
    theirs: theirs.source.locking_rules,
  };
  return settle(values, values, () => choose(conflictAt(['locking_rules'], values)));
};

const merge = (
  base: Configuration | null,
  mine: ConfigurationDraft,
  theirs: Configuration,
  choose: Choose,
): ConfigurationDraft => {
  const before = base?.rules ?? [];
  const [iDrop, theyDrop] = [turnsManual(mine, base), turnsManual(theirs, base)];
  const others = iDrop ? theirs.rules : mine.rules.filter((rule) => !leaves(mine, rule));
  const undoes = base !== null && iDrop !== theyDrop && changesRules(others, before);
  const versions = { base: base ?? undefined, mine, theirs };
  const type = settleSetting(versions, 'lock_type', choose, undoes ? 'rules' : undefined);
  const settings = mergeSettings(versions, choose);
  const word = versions[type].source.lock_type;
  const source = word === undefined ? settings : { ...settings, lock_type: word };
  const draft = (source: JsonObject, rules: readonly RuleDraft[]): ConfigurationDraft => ({
    base: theirs,
    source,
    settings: readSettings(source),
    rules,
  });
  if ([base, mine, theirs].some((one) => one?.settings.opaque.includes('locking_rules')))
    return wholeRules(base, mine, theirs, choose) === 'mine'
      ? draft({ ...source, locking_rules: [] }, anew(mine).rules)
      : draft(source, theirs.rules.map(staying));

  const theirsDropAll = theyDrop && type === 'theirs';
  const there = new Set(theirs.rules.map((rule) => rule.id));
  const gone = before.filter((rule) => !there.has(rule.id));
  const merged = mergeRules(
    {
      base: before,
      mine:
        iDrop || theirsDropAll
          ? [...before.map(staying), ...mine.rules.filter((rule) => rule.id === undefined)]
          : mine.rules,
      theirs: theyDrop && !theirsDropAll ? [...theirs.rules, ...gone] : theirs.rules,
    },
    (rule) => !leaves(mine, rule) && !theirsDropAll,
    word === 'manual',
    choose,
  );
  return draft(
    source,
    merged.map((rule) => (there.has(rule.id) ? rule : asNew(rule, rule.deleted))),
  );
};

/**
 * Merges my draft, which began with `base`, with what somebody else saved since then (null: deleted). Settings are merged
 * one by one, lists of fields, profiles, buttons and actions entry by entry, rules by id and then by name, criteria and the
 * rest. Equal changes do not collide; removing something and editing it do. New rules of both sides stay, which may be more
 * than Zoho takes: the draft has to be validated.
 */
export const mergeConfigurations = (
  base: Configuration | null,
  mine: ConfigurationDraft,
  theirs: Configuration | null,
  newKey: NewKey,
): ConfigurationMerge => {
  const others = theirs && { ...theirs, rules: rekeyed(theirs.rules, newKey) };
  const run = (choose: Choose): ConfigurationDraft => {
    if (others) return merge(base, mine, others, choose);
    if (!base) return mine;
    return isChanged(mine) ? afterDeletion(base, mine, choose) : draftOf(null);
  };
  const conflicts = new Map<string, Conflict>();
  const all = (side: Side) =>
    run((conflict) => {
      conflicts.set(conflict.key, conflict);
      return side;
    });
  // What depends on a choice is asked only under that choice.
  const draft = all('theirs');
  all('mine');
  return {
    draft,
    conflicts: [...conflicts.values()],
    resolve: (sides) => run(({ key }) => sides.get(key) ?? 'theirs'),
  };
};
