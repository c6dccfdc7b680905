import { isolate } from '../../i18n/isolate';
import type { ConfigurationDraft, RuleDraft } from '../../locking/configuration/draft';
import { leaves } from '../../locking/configuration/saving/request';
import { type CriteriaVocabulary, describeCriteria } from '../../locking/criteria/describe/describe';
import type { Words } from '../context/words';
import { itemName, type Lists } from '../words/item-name';
import { textOr } from '../words/text-or';

/** One part of a configuration as it will be. */
export interface ResultRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** The rule that it tells of. */
  readonly rule?: RuleDraft;
}

interface PartWords {
  readonly words: Words;
  readonly lists: Lists;
  readonly vocabulary: CriteriaVocabulary;
}

/** What a first configuration will say, in the order of the editor. */
export function resultRows(draft: ConfigurationDraft, given: PartWords): ResultRow[] {
  const { words } = given;
  const settings = Object.entries(settingTexts(draft, given)).map(([key, text]) => ({
    id: key,
    label: words.t(`settings.setting.${key}`),
    text,
  }));
  const rules = draft.rules
    .filter((rule) => !leaves(draft, rule))
    .map((rule) => ({
      id: rule.key,
      label: words.t('settings.rules.region', { name: rule.name }),
      text: ruleText(rule, given),
      rule,
    }));
  return [...settings.filter(({ text }) => text), ...rules];
}

function settingTexts(
  { settings }: ConfigurationDraft,
  { words, lists }: PartWords,
): Readonly<Record<string, string>> {
  const all = (names: readonly string[]): string =>
    names.length
      ? new Intl.ListFormat(words.tag).format(names.map((name) => isolate(name, words.direction)))
      : '';
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

function ruleText({ criteria, lockExisting }: RuleDraft, { words, vocabulary }: PartWords): string {
  return [
    `${describeCriteria(criteria, vocabulary)}.`,
    ...(lockExisting ? [`${words.t('settings.rules.existing')}.`] : []),
  ].join(' ');
}
