import type { ConfigurationChange } from '../../locking/configuration/saving/changes';
import type { Words } from '../context/words';
import { itemName, type Lists } from './item-name';
import { textOr } from './text-or';

interface ChangeWords {
  readonly words: Words;
  readonly lists: Lists;
  /** The module's label. */
  readonly module: string;
}

/** A change as one sentence, with what it means for people. Criteria are not in it: they are said beside it. */
export function changeText(change: ConfigurationChange, { words, lists, module }: ChangeWords): string {
  const t: Words['t'] = (key, values) => words.t(`settings.review.${key}`, values);
  const unnamed = words.t('settings.unnamedRule');
  switch (change.kind) {
    case 'created':
      return t('created', { module });
    case 'lockType': {
      const word = (type: string) => textOr(words, 'settings.lockType', type);
      return t('lockType', { from: word(change.from), to: word(change.to) });
    }
    case 'lockedFor':
      return t('lockedFor', { to: textOr(words, 'settings.lockedFor', change.to) });
    case 'portalUsers':
      return t(change.locked ? 'portalLocked' : 'portalFree');
    case 'profile':
    case 'field':
    case 'button':
      return t(`${change.kind}${change.added ? 'Added' : 'Removed'}`, {
        name: itemName(change.kind, change.item, lists),
      });
    case 'action':
    case 'communication':
      return t(change.blocked ? 'actionBlocked' : 'actionFreed', {
        name: textOr(words, 'common.action', change.name),
      });
    case 'ruleAdded':
      return t(change.rule.lockExisting ? 'ruleAddedExisting' : 'ruleAdded', {
        name: change.rule.name || unnamed,
      });
    case 'ruleRemoved':
      return t(change.byType ? 'ruleRemovedByType' : 'ruleRemoved', { name: change.rule.name || unnamed });
    case 'ruleRenamed':
      return t('ruleRenamed', { from: change.from || unnamed, to: change.to || unnamed });
    case 'ruleExisting':
      return t(change.lockExisting ? 'ruleExistingOn' : 'ruleExistingOff', { name: change.rule.name });
    case 'ruleCriteria':
      return t('ruleCriteria', { name: change.rule.name || unnamed });
  }
}
