import { isolate } from '../../i18n/isolate';
import { type ConfigurationDraft, draftOf } from '../../locking/configuration/draft';
import type { Configuration, LockingRule } from '../../locking/configuration/model';
import { leaves } from '../../locking/configuration/saving/request';
import { type CriteriaVocabulary, describeCriteria } from '../../locking/criteria/describe/describe';
import { itemName, type Lists } from '../words/item-name';
import { textOr } from '../words/text-or';
import type { SettingsContext } from '../words/words';

/** One part of a configuration as it was and as it is to be. */
export interface BeforeAfter {
  readonly id: string;
  readonly label: string;
  /** Null: it was not there. */
  readonly before: string | null;
  /** Null: it goes. */
  readonly after: string | null;
}

interface Words {
  readonly ui: SettingsContext;
  readonly lists: Lists;
  readonly vocabulary: CriteriaVocabulary;
}

/** The parts that saving the draft changes, in the order of the editor. */
export function beforeAfter(draft: ConfigurationDraft, words: Words): BeforeAfter[] {
  const { ui } = words;
  const base = draft.base ?? draftOf(null);
  const [before, after] = [settingTexts(base, words), settingTexts(draft, words)];
  const settings = Object.keys(after).map((key) => ({
    id: key,
    label: ui.t(`settings.setting.${key}`),
    before: draft.base ? (before[key] ?? '') : null,
    after: after[key] ?? '',
  }));
  const text = (rule: LockingRule) => ruleText(rule, words);
  const rules = draft.rules.map((rule) => {
    const old = base.rules.find(({ id }) => id !== undefined && id === rule.id);
    return {
      id: rule.key,
      label: ui.t('settings.rules.region', { name: rule.name || (old?.name ?? '') }),
      before: old ? text(old) : null,
      after: leaves(draft, rule) ? null : text(rule),
    };
  });
  return [...settings, ...rules].filter((part) => part.before !== part.after);
}

function settingTexts(
  { settings }: Configuration | ConfigurationDraft,
  { ui, lists }: Words,
): Readonly<Record<string, string>> {
  const all = (names: readonly string[]): string =>
    names.length
      ? new Intl.ListFormat(ui.tag).format(names.map((name) => isolate(name, ui.direction)))
      : ui.t('settings.nothing');
  const everybody = settings.lockedFor === 'all_profiles';
  const blocked = [...settings.restrictedActions, ...settings.restrictedCommunications];
  return {
    lock_type: textOr(ui, 'settings.lockType', settings.lockType),
    locked_for: textOr(ui, 'settings.lockedFor', settings.lockedFor),
    lock_excluded_profiles: all(
      everybody ? [] : settings.excludedProfiles.map((item) => itemName('profile', item, lists)),
    ),
    lock_for_portal_users: ui.t(`settings.rules.${settings.lockForPortalUsers}`),
    restricted_actions: all(blocked.map((word) => textOr(ui, 'common.action', word))),
    restricted_custom_buttons: all(settings.restrictedButtons.map((item) => itemName('button', item, lists))),
    excluded_fields: all(settings.excludedFields.map((item) => itemName('field', item, lists))),
  };
}

function ruleText({ name, criteria, lockExisting }: LockingRule, { ui, vocabulary }: Words): string {
  return [
    `${isolate(name, ui.direction)}: ${describeCriteria(criteria, vocabulary)}.`,
    ...(lockExisting ? [`${ui.t('settings.rules.existing')}.`] : []),
  ].join(' ');
}
