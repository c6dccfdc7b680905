import { isJson, isList, isObject, type Json, type JsonObject, stringAt } from '../../base/json';

/** How much one configuration may hold: counts, and characters for `nameLength`. */
export interface Limits {
  readonly rules: number;
  readonly excludedFields: number;
  readonly excludedProfiles: number;
  readonly restrictedButtons: number;
  readonly nameLength: number;
}

/** The limits in Zoho's documentation, for when the organisation's own cannot be read. */
export const DEFAULT_LIMITS: Limits = {
  rules: 5,
  excludedFields: 15,
  excludedProfiles: 15,
  restrictedButtons: 30,
  nameLength: 256,
};

export interface LockingFeature {
  readonly limits: Limits;
  /** Whether the edition has record locking; `unknown` when the reply does not say. */
  readonly available: boolean | 'unknown';
}

const NAME = 'record_locking_configurations';

const named = (list: Json | undefined, name: string): JsonObject | undefined =>
  isList(list) ? list.filter(isObject).find((item) => stringAt(item, 'api_name') === name) : undefined;

const limitOf = (feature: JsonObject | undefined, component: string): number | undefined => {
  const details = named(feature?.components, component)?.details;
  const limits = isObject(details) ? details.limits : undefined;
  const { total, edition_limit: edition } = isObject(limits) ? limits : {};
  const limit = total ?? edition;
  return typeof limit === 'number' && Number.isInteger(limit) && limit >= 0 ? limit : undefined;
};

/**
 * Reads the reply of `__features/record_locking_configurations`. `total` is preferred to `edition_limit`: it includes what
 * was bought in addition. The edition has no record locking when the list of features lacks it, or allows it no rule, no
 * field, no profile and no button.
 */
export const limitsFromFeatures = (reply: unknown): LockingFeature => {
  const features = isJson(reply) && isObject(reply) ? reply.__features : undefined;
  const feature = named(features, NAME);
  const read = {
    rules: limitOf(feature, 'locking_rules'),
    excludedFields: limitOf(feature, 'excluded_fields'),
    excludedProfiles: limitOf(feature, 'excluded_profiles'),
    restrictedButtons: limitOf(feature, 'restricted_custom_buttons'),
  };
  const none = Object.values(read).every((limit) => limit === 0);
  return {
    limits: {
      rules: read.rules ?? DEFAULT_LIMITS.rules,
      excludedFields: read.excludedFields ?? DEFAULT_LIMITS.excludedFields,
      excludedProfiles: read.excludedProfiles ?? DEFAULT_LIMITS.excludedProfiles,
      restrictedButtons: read.restrictedButtons ?? DEFAULT_LIMITS.restrictedButtons,
      nameLength: DEFAULT_LIMITS.nameLength,
    },
    available: isList(features) ? Boolean(feature) && !none : 'unknown',
  };
};
