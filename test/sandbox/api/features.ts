import type { Call, Routes } from './call';
import { notInEdition, type Reply } from './errors';

/** Zoho's limits for one configuration; an edition may have lower ones, so they are read, not assumed. */
export const LIMITS = {
  excluded_fields: 15,
  locking_rules: 5,
  restricted_custom_buttons: 30,
  excluded_profiles: 15,
} as const;

function readFeature(call: Call): Reply {
  if (!call.org.hasLocking) throw notInEdition();
  const components = Object.entries(LIMITS).map(([api_name, limit]) => ({
    api_name,
    module_supported: true,
    details: { limits: { edition_limit: limit, total: limit } },
  }));
  const feature = {
    api_name: 'record_locking_configurations',
    module_supported: true,
    details: { limits: { edition_limit: 1, total: 1 } },
    components,
  };
  const info = { per_page: 200, count: 1, page: 1, more_records: false };
  return { status: 200, body: { __features: [feature], info } };
}

export const featureRoutes: Routes = {
  '/__features/record_locking_configurations': { GET: readFeature },
};
