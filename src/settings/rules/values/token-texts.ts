import type { TokenPickerTexts } from '../../../ui/TokenPicker';
import type { RulesContext } from '../rules-context';

/** The words of a list of values. Lists of values have no limit that Zoho states. */
export const tokenTexts = (t: RulesContext['t'], none = t('noMatch')): TokenPickerTexts => ({
  remove: (name) => t('remove', { name }),
  full: '',
  none,
  add: t('addValue'),
});
