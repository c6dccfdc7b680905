import { isList, isObject, type Json, type JsonObject, stringAt } from '../../../base/json';
import { listText } from '../../../i18n/formats';
import { isolate } from '../../../i18n/isolate';
import type { Words } from '../../context/words';
import { textOr } from '../../words/text-or';

/** Names that a note tells; of more, their number. */
const MOST_NAMES = 2;

const listAt = (source: JsonObject, key: string): readonly Json[] => {
  const value = source[key];
  return isList(value) ? value : [];
};

/** What a configuration says besides how it locks: who is exempt, what else is blocked, whether portal users are locked out. */
export function configurationNotes(source: JsonObject, words: Words): readonly string[] {
  const { t, tag, direction } = words;
  const few = (names: readonly string[]): string => {
    const told = names.slice(0, MOST_NAMES).map((name) => isolate(name, direction));
    const more = names.length - told.length;
    return listText(more ? [...told, t('settings.overview.more', { count: more })] : told, tag);
  };
  const exempt =
    source.locked_for === 'all_profiles' || source.locked_for === undefined
      ? []
      : listAt(source, 'lock_excluded_profiles').flatMap((item) =>
          isObject(item) ? (stringAt(item, 'name') ?? stringAt(item, 'id') ?? []) : [],
        );
  const blocked = [...listAt(source, 'restricted_actions'), ...listAt(source, 'restricted_communications')]
    .filter((action): action is string => typeof action === 'string' && action !== 'update')
    .map((action) => textOr(words, 'common.action', action));
  const buttons = listAt(source, 'restricted_custom_buttons').length;
  const all = buttons ? [...blocked, t('settings.overview.buttons', { count: buttons })] : blocked;
  return [
    ...(exempt.length ? [t('settings.overview.except', { names: few(exempt) })] : []),
    ...(all.length ? [t('settings.overview.blocks', { names: listText(all, tag) })] : []),
    ...(source.lock_for_portal_users === false ? [t('settings.overview.portalFree')] : []),
  ];
}
