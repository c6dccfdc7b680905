import { isList, isObject, type Json, stringAt } from '../../../base/json';
import { isolate } from '../../../i18n/isolate';
import type { Conflict } from '../../../locking/configuration/merge/three-way';
import type { ListedItem } from '../../../locking/configuration/model';
import { type CriteriaVocabulary, describeCriteria } from '../../../locking/criteria/describe/describe';
import { keySource, parseCriteria } from '../../../locking/criteria/tree/node';
import { itemName, type Lists } from '../../words/item-name';
import { textOr } from '../../words/text-or';
import type { SettingsContext } from '../../words/words';

export interface ConflictWords {
  readonly ui: SettingsContext;
  readonly lists: Lists;
  readonly vocabulary: CriteriaVocabulary;
}

/** What a conflict is about. */
export function conflictTitle({ path, rule }: Conflict, { ui }: ConflictWords): string {
  const { t } = ui;
  const [setting, , part] = path;
  if (setting === undefined) return t('settings.conflict.whole');
  if (rule !== undefined) {
    const region = t('settings.rules.region', { name: rule || t('settings.unnamedRule') });
    if (part === undefined) return region;
    return t('settings.conflict.partOf', {
      rule: region,
      part: textOr(ui, 'settings.conflict.part', String(part)),
    });
  }
  return textOr(ui, 'settings.setting', String(setting));
}

const KINDS: Readonly<Record<string, 'profile' | 'field' | 'button'>> = {
  lock_excluded_profiles: 'profile',
  excluded_fields: 'field',
  restricted_custom_buttons: 'button',
};

/** One side's value in words; what has no words as it is. */
export function sideText({ path, rule }: Conflict, value: Json | undefined, words: ConflictWords): string {
  const { ui } = words;
  const { t } = ui;
  const [setting, , part] = path;
  if (value === undefined || value === null || (isList(value) && !value.length))
    return t(path.length > 1 || setting === undefined ? 'settings.review.notThere' : 'settings.nothing');
  if (setting === undefined) return t('settings.conflict.there');
  if (rule !== undefined) return ruleValue(value, part, words);
  if (typeof value === 'boolean') return t(`settings.rules.${value}`);
  const kind = KINDS[String(setting)];
  if (kind && isObject(value)) return itemName(kind, value, words.lists);
  if (kind && isList(value))
    return value
      .filter(isObject)
      .map((item: ListedItem) => isolate(itemName(kind, item, words.lists), ui.direction))
      .join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  const prefix =
    setting === 'lock_type'
      ? 'settings.lockType'
      : setting === 'locked_for'
        ? 'settings.lockedFor'
        : 'common.action';
  return textOr(ui, prefix, value);
}

function ruleValue(
  value: Json,
  part: string | number | undefined,
  { ui, vocabulary }: ConflictWords,
): string {
  const criteria = (json: Json) => describeCriteria(parseCriteria(json, keySource('shown')), vocabulary);
  if (part === 'criteria') return criteria(value);
  if (typeof value === 'boolean') return ui.t(`settings.rules.${value}`);
  if (typeof value === 'string') return value;
  if (part !== undefined || !isObject(value)) return JSON.stringify(value);
  const name = isolate(stringAt(value, 'name') ?? '', ui.direction);
  return value.criteria === undefined || value.criteria === null
    ? name
    : `${name}: ${criteria(value.criteria)}`;
}
