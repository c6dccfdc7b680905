import { isList, isObject, type Json, stringAt } from '../../../base/json';
import { isolate } from '../../../i18n/isolate';
import type { Conflict } from '../../../locking/configuration/merge/three-way';
import type { ListedItem } from '../../../locking/configuration/model';
import { type CriteriaVocabulary, describeCriteria } from '../../../locking/criteria/describe/describe';
import { keySource, parseCriteria } from '../../../locking/criteria/tree/node';
import type { Words } from '../../context/words';
import { itemName, type Lists } from '../../words/item-name';
import { textOr } from '../../words/text-or';

export interface ConflictWords {
  readonly words: Words;
  readonly lists: Lists;
  readonly vocabulary: CriteriaVocabulary;
}

/** What a conflict is about. */
export function conflictTitle({ path, rule }: Conflict, { words }: ConflictWords): string {
  const { t } = words;
  const [setting, , part] = path;
  if (setting === undefined) return t('settings.conflict.whole');
  if (rule !== undefined) {
    const region = t('settings.rules.region', { name: rule || t('settings.unnamedRule') });
    if (part === undefined) return region;
    return t('settings.conflict.partOf', {
      rule: region,
      part: textOr(words, 'settings.conflict.part', String(part)),
    });
  }
  return textOr(words, 'settings.setting', String(setting));
}

const KINDS: Readonly<Record<string, 'profile' | 'field' | 'button'>> = {
  lock_excluded_profiles: 'profile',
  excluded_fields: 'field',
  restricted_custom_buttons: 'button',
};

/** One side's value in words; what has no words as it is. */
export function sideText({ path, rule }: Conflict, value: Json | undefined, given: ConflictWords): string {
  const { words } = given;
  const { t } = words;
  const [setting, , part] = path;
  if (value === undefined || value === null || (isList(value) && !value.length))
    return t(path.length > 1 || setting === undefined ? 'settings.review.notThere' : 'settings.nothing');
  if (setting === undefined) return t('settings.conflict.there');
  if (rule !== undefined) return ruleValue(value, part, given);
  if (typeof value === 'boolean') return t(`settings.rules.${value}`);
  const kind = KINDS[String(setting)];
  if (kind && isObject(value)) return itemName(kind, value, given.lists);
  if (kind && isList(value))
    return value
      .filter(isObject)
      .map((item: ListedItem) => isolate(itemName(kind, item, given.lists), words.direction))
      .join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  const prefix =
    setting === 'lock_type'
      ? 'settings.lockType'
      : setting === 'locked_for'
        ? 'settings.lockedFor'
        : 'common.action';
  return textOr(words, prefix, value);
}

function ruleValue(
  value: Json,
  part: string | number | undefined,
  { words, vocabulary }: ConflictWords,
): string {
  const criteria = (json: Json) => describeCriteria(parseCriteria(json, keySource('shown')), vocabulary);
  if (part === 'criteria') return criteria(value);
  if (typeof value === 'boolean') return words.t(`settings.rules.${value}`);
  if (typeof value === 'string') return value;
  if (part !== undefined || !isObject(value)) return JSON.stringify(value);
  const name = isolate(stringAt(value, 'name') ?? '', words.direction);
  return value.criteria === undefined || value.criteria === null
    ? name
    : `${name}: ${criteria(value.criteria)}`;
}
