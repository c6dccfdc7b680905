import { isList, type Json, jsonEqual, stringAt } from '../../../base/json';
import { fieldReference } from '../../criteria/tree/node';
import type { ConfigurationDraft } from '../draft';
import { excludedFieldObstacle, type Field, findField } from '../fields';
import {
  COMMUNICATIONS,
  identityOf,
  type ListedItem,
  LOCK_TYPES,
  RESTRICTED_ACTIONS,
  sameField,
} from '../model';
import type { Problem, ValidationCode } from '../paths';
import { count, type Report, ruleProblems, type ValidationContext } from './validate-rules';

const wasThere = (draft: ConfigurationDraft, key: string, item: Json): boolean => {
  const list = draft.base?.source[key];
  return isList(list) && list.some((other) => jsonEqual(other, item));
};

/** Things that must be on a list. Those that were already in the configuration are accepted. */
const checkItems = (
  report: Report,
  draft: ConfigurationDraft,
  key: string,
  items: readonly ListedItem[],
  known: readonly { readonly id: string }[] | undefined,
  code: ValidationCode,
): void =>
  items.forEach((item, i) => {
    if (known && !wasThere(draft, key, item) && !known.some(({ id }) => id === item.id))
      report(code, [key, i], { name: stringAt(item, 'name') ?? identityOf(item) ?? '' });
  });

const checkWords = (
  report: Report,
  draft: ConfigurationDraft,
  key: string,
  words: readonly string[],
  supported: readonly string[],
  code: ValidationCode,
): void =>
  words.forEach((word, i) => {
    if (!supported.includes(word) && !wasThere(draft, key, word)) report(code, [key, i], { name: word });
  });

const checkFields = (report: Report, draft: ConfigurationDraft, fields: readonly Field[]): void =>
  draft.settings.excludedFields.forEach((item, i) => {
    if (wasThere(draft, 'excluded_fields', item)) return;
    const field = findField(fields, fieldReference(item));
    const obstacle = field && excludedFieldObstacle(field);
    if (!field) report('fieldUnknown', ['excluded_fields', i], { field: identityOf(item) ?? '' });
    else if (obstacle) report('fieldNotExcludable', ['excluded_fields', i], { field: field.label, obstacle });
    else if (draft.settings.excludedFields.slice(0, i).some((other) => sameField(other, item)))
      report('duplicate', ['excluded_fields', i], { name: field.label });
  });

const checkSettings = (report: Report, draft: ConfigurationDraft, context: ValidationContext): void => {
  const { settings, base } = draft;
  const { limits, module } = context;
  if (!settings.lockType && !settings.opaque.includes('lock_type')) report('lockTypeMissing', ['lock_type']);
  else if (
    !LOCK_TYPES.some((type) => type === settings.lockType) &&
    base?.settings.lockType !== settings.lockType
  )
    report('lockTypeUnknown', ['lock_type'], { name: settings.lockType });
  const excepted = settings.lockedFor === 'all_profiles_except_excluded_profiles';
  if (!excepted && settings.lockedFor !== 'all_profiles' && base?.settings.lockedFor !== settings.lockedFor)
    report('lockedForUnknown', ['locked_for'], { name: settings.lockedFor });
  if (excepted) {
    if (!settings.excludedProfiles.length && !settings.opaque.includes('lock_excluded_profiles'))
      report('profilesMissing', ['lock_excluded_profiles']);
    count(report, 'lock_excluded_profiles', settings.excludedProfiles, limits.excludedProfiles);
    checkItems(
      report,
      draft,
      'lock_excluded_profiles',
      settings.excludedProfiles,
      context.profiles,
      'profileUnknown',
    );
  }
  count(report, 'excluded_fields', settings.excludedFields, limits.excludedFields);
  if (context.fields) checkFields(report, draft, context.fields);
  const actions = RESTRICTED_ACTIONS.filter((action) => action !== 'convert' || module === 'Leads');
  checkWords(report, draft, 'restricted_actions', settings.restrictedActions, actions, 'actionNotSupported');
  const { restrictedCommunications } = settings;
  checkWords(
    report,
    draft,
    'restricted_communications',
    restrictedCommunications,
    COMMUNICATIONS,
    'communicationNotSupported',
  );
  count(report, 'restricted_custom_buttons', settings.restrictedButtons, limits.restrictedButtons);
  checkItems(
    report,
    draft,
    'restricted_custom_buttons',
    settings.restrictedButtons,
    context.buttons,
    'buttonUnknown',
  );
};

/** Everything in the draft's request that Zoho would refuse, according to its documentation. */
export const validateConfiguration = (draft: ConfigurationDraft, context: ValidationContext): Problem[] => {
  const problems: Problem[] = [];
  const report: Report = (code, path, params = {}) => problems.push({ code, path, params });
  if (draft.base?.systemDefined) report('systemDefined', []);
  checkSettings(report, draft, context);
  problems.push(...ruleProblems(draft, context));
  return problems;
};
