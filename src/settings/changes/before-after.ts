import { isolate } from '../../i18n/isolate';
import { type ConfigurationDraft, draftOf } from '../../locking/configuration/draft';
import type { Configuration, LockingRule } from '../../locking/configuration/model';
import { leaves } from '../../locking/configuration/saving/request';
import { type CriteriaVocabulary, describeCriteria } from '../../locking/criteria/describe/describe';
import type { Words } from '../context/words';
import { itemName, type Lists } from '../words/item-name';
import { textOr } from '../words/text-or';

/** One part of a configuration as it was and as it is to be. */
export interface BeforeAfter {
  readonly id: string;
  readonly label: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it goes. */
  readonly after: string | null;
}

interface PartWords {
  readonly words: Words;
  readonly lists: Lists;
  readonly vocabulary: CriteriaVocabulary;
}

/** The parts that saving the draft changes, in the order of the editor. */
export function beforeAfter(draft: ConfigurationDraft, given: PartWords): BeforeAfter[] {
  const { words } = given;
  const base = draft.base ?? draftOf(null);
  const [before, after] = [settingTexts(base, given), settingTexts(draft, given)];
  const settings = Object.keys(after).map((key) => ({
    id: key,
    label: words.t(`settings.setting.${key}`),
    before: draft.base ? (before[key] ?? '') : null,
    after: after[key] ?? '',
  }));
  const text = (rule: LockingRule) => ruleText(rule, given);
  const rules = draft.rules.map((rule) => {
    const old = base.rules.find(({ id }) => id !== undefined && id === rule.id);
    return {
      id: rule.key,
      label: words.t('settings.rules.region', { name: rule.name || (old?.name ?? '') }),
      before: old ? text(old) : null,
      after: leaves(draft, rule) ? null : text(rule),
    };
  });
  return [...settings, ...rules].filter((part) => part.before !== part.after);
}

function settingTexts(
  { settings }: Configuration | ConfigurationDraft,
  { words, lists }: PartWords,
): Readonly<Record<string, string>> {
  const all = (names: readonly string[]): string =>
    names.length
      ? new Intl.ListFormat(words.tag).format(names.map((name) => isolate(name, words.direction)))
      : words.t('settings.nothing');
  const everybody = settings.lockedFor === 'all_profiles';
  const blocked = [...settings.restrictedActions, ...settings.restrictedCommunications];
  return {
    lock_type: textOr(words, 'settings.lockType', settings.lockType),
    locked_for: textOr(words, 'settings.lockedFor', settings.lockedFor),
    lock_excluded_profiles: all(
      everybody ? [] : settings.excludedProfiles.map((item) => itemName('profile', item, lists)),
    ),
    lock_for_portal_users: words.t(`settings.rules.${settings.lockForPortalUsers}`),
    restricted_actions: all(blocked.map((word) => textOr(words, 'common.action', word))),
    restricted_custom_buttons: all(settings.restrictedButtons.map((item) => itemName('button', item, lists))),
    excluded_fields: all(settings.excludedFields.map((item) => itemName('field', item, lists))),
  };
}

function ruleText({ name, criteria, lockExisting }: LockingRule, { words, vocabulary }: PartWords): string {
  return [
    `${isolate(name, words.direction)}: ${describeCriteria(criteria, vocabulary)}.`,
    ...(lockExisting ? [`${words.t('settings.rules.existing')}.`] : []),
  ].join(' ');
}
