import { type JsonObject, without } from '../../../base/json';
import { type NewKey, parseCriteria, serialiseCriteria } from '../../criteria/tree/node';
import { type ConfigurationDraft, draftOf, type RuleDraft } from '../draft';
import { type Configuration, type LockingRule, readSettings, SERVER_KEYS } from '../model';
import { intendedConfiguration, isChanged, leaves } from '../saving/request';
import { asNew, changesRules, mergeRules } from './merge-rules';
import { mergeSettings, settleSetting } from './merge-settings';
import { type Choose, type Conflict, conflictAt, type Side, settle } from './three-way';

/** My changes on top of what someone else has saved. */
export interface ConfigurationMerge {
  /** A draft whose base is theirs, with all of my changes that do not conflict. Where they conflict, it has theirs. */
  readonly draft: ConfigurationDraft;
  /** What has to be decided; empty when the draft is complete. */
  readonly conflicts: readonly Conflict[];
  /** The draft after the decision. An undecided conflict takes theirs. */
  readonly resolve: (sides: ReadonlyMap<Conflict['key'], Side>) => ConfigurationDraft;
}

/** Gives rules and nodes new keys: those of another reading may already be in the draft. */
const rekeyed = (rules: readonly LockingRule[], newKey: NewKey): readonly LockingRule[] =>
  rules.map((rule) => ({
    ...rule,
    key: newKey(),
    criteria: rule.criteria && parseCriteria(serialiseCriteria(rule.criteria), newKey),
  }));

/** My draft for a module that no longer has a configuration: everything in it is new. */
const anew = (mine: ConfigurationDraft): ConfigurationDraft => {
  const source = without(mine.source, ['id', ...SERVER_KEYS]);
  return {
    base: null,
    source,
    settings: readSettings(source),
    rules: mine.rules.map((rule) => asNew(rule, rule.deleted)),
  };
};

/** Someone deleted the configuration. My changes cannot be merged with that: one side must be chosen. */
const afterDeletion = (base: Configuration, mine: ConfigurationDraft, choose: Choose): ConfigurationDraft => {
  const values = { base: base.source, mine: intendedConfiguration(mine) };
  const side = choose(conflictAt([], { ...values, theirs: undefined }));
  return side === 'mine' ? anew(mine) : draftOf(null);
};

/** Whether a side changes to manual locking. That drops all rules, so its other changes to them do not count. */
const turnsManual = (side: Configuration | ConfigurationDraft, base: Configuration | null): boolean =>
  side.settings.lockType === 'manual' && base?.settings.lockType !== 'manual';

const staying = (rule: LockingRule): RuleDraft => ({ ...rule, deleted: false });

/** Rules of an unknown form cannot be merged one by one: one side's whole list is taken. */
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
 * Merges my draft, which began with `base`, with what someone else has saved since (null: deleted). Settings are merged one
 * by one, lists of fields, profiles, buttons and actions entry by entry, rules by id and then key by key. Equal changes are
 * not a conflict; removing something and editing it are. New rules of both sides stay, which may be more than Zoho allows:
 * validate the draft.
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
  // Some conflicts exist only under one of the choices.
  const draft = all('theirs');
  all('mine');
  return {
    draft,
    conflicts: [...conflicts.values()],
    resolve: (sides) => run(({ key }) => sides.get(key) ?? 'theirs'),
  };
};
