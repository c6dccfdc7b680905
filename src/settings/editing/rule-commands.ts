import {
  addRule,
  addRuleFrom,
  deleteRule,
  duplicateRule,
  editCriteria,
  restoreRule,
  setLockExisting,
  setRuleName,
} from '../../locking/configuration/rules';
import { TASKS_CRITERIA } from '../../locking/criteria/tasks';
import type { Root } from '../../locking/criteria/tree/edit';
import type { NewKey } from '../../locking/criteria/tree/node';
import type { WorkingCopy } from './working-copy';

/** What can be done with the rules of the draft, by rule key. */
export interface RuleCommands {
  /** Gives the key of the new rule; undefined when there is none. */
  add(): string | undefined;
  /** A copy at the end under another name; its key. */
  duplicate(ruleKey: string, name: string): string | undefined;
  remove(ruleKey: string): void;
  restore(ruleKey: string): void;
  rename(ruleKey: string, name: string): void;
  lockExisting(ruleKey: string, on: boolean): void;
  editCriteria(ruleKey: string, edit: (criteria: Root) => Root): void;
}

export function createRuleCommands(
  copy: WorkingCopy,
  module: { readonly apiName: string },
  newKey: NewKey,
): RuleCommands {
  /** The key of the last rule, when the edit added one. */
  function added(edit: Parameters<WorkingCopy['edit']>[0]): string | undefined {
    const before = copy.now()?.draft.rules.length ?? 0;
    copy.edit(edit);
    const key = copy.now()?.draft.rules[before]?.key;
    if (key !== undefined) copy.update({ young: [...(copy.now()?.young ?? []), key] });
    return key;
  }
  return {
    add: () =>
      added((draft) =>
        module.apiName === 'Tasks'
          ? addRuleFrom(draft, newKey, { name: '', lock_existing_records: false, criteria: TASKS_CRITERIA })
          : addRule(draft, newKey),
      ),
    duplicate: (key, name) => added((draft) => duplicateRule(draft, key, newKey, name)),
    remove: (key) => copy.edit((draft) => deleteRule(draft, key)),
    restore: (key) => copy.edit((draft) => restoreRule(draft, key)),
    rename: (key, name) => copy.edit((draft) => setRuleName(draft, key, name)),
    lockExisting: (key, on) => copy.edit((draft) => setLockExisting(draft, key, on)),
    editCriteria: (key, edit) => copy.edit((draft) => editCriteria(draft, key, edit)),
  };
}
