import { type Call, param, type Routes } from './call';
import { flat, missingParam, type Reply } from './errors';
import type { JsonObject } from './json';
import { listParam } from './record-view';
import { demand, isActive } from './rights';
import type { Person, Profile } from './types';

function userView(call: Call, user: Person): JsonObject {
  const { key: _session, description: _ours, ...told } = user;
  const { language, locale, decimal_separator, number_separator, rtl_enabled, ...view } = told;
  const words = { language, locale, decimal_separator, number_separator, rtl_enabled };
  return {
    ...view,
    ...(call.org.options.userLocale === 'missing' ? {} : words),
    full_name: user.name,
    first_name: null,
    last_name: user.name,
    status: isActive(call.org, user) ? 'active' : 'inactive',
    theme: 'light',
    confirm: true,
    Isonline: user.id === call.user.id,
    country_locale: user.locale,
    type__s: 'Regular User',
    category: 'regular_user',
  };
}

/** Which users a type names; nobody who has left is active. */
const TYPES: Readonly<Record<string, (call: Call, user: Person) => boolean>> = {
  ActiveUsers: (call, user) => isActive(call.org, user),
  AllUsers: () => true,
  DeactiveUsers: (call, user) => !isActive(call.org, user),
  AdminUsers: (call, user) => call.org.profile(user.profile.id)?.customize === true,
};

/** One's own entry everybody may read; others want a right. `ids`, and `word` as an aid to pickers. */
function listUsers(call: Call): Reply {
  const type = call.query.get('type');
  if (!type) throw missingParam('type');
  if (type === 'CurrentUser') return { status: 200, body: { users: [userView(call, call.user)] } };
  demand(call, 'mayReadUsers');
  const isOfType = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (!isOfType) throw flat(400, 'INVALID_DATA', 'invalid data', { param_name: 'type' });
  const all = call.org.users().filter((user) => isOfType(call, user));
  const ids = listParam(call, 'ids');
  const word = call.query.get('word')?.toLowerCase() ?? '';
  const found = all.filter(
    (user) => (!ids || ids.includes(user.id)) && `${user.name} ${user.email}`.toLowerCase().includes(word),
  );
  const page = Number(call.query.get('page') ?? 1);
  const perPage = Math.min(Number(call.query.get('per_page') ?? 200), 200);
  const part = found.slice((page - 1) * perPage, page * perPage);
  if (part.length === 0) return { status: 204 };
  const info = { per_page: perPage, count: part.length, page, more_records: found.length > page * perPage };
  return { status: 200, body: { users: part.map((user) => userView(call, user)), info } };
}

function readUser(call: Call): Reply {
  if (param(call, 'user') !== call.user.id) demand(call, 'mayReadUsers');
  const user = call.org.user(param(call, 'user'));
  if (!user) throw flat(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 1 });
  return { status: 200, body: { users: [userView(call, user)] } };
}

const profileView = (profile: Profile): JsonObject => ({
  id: profile.id,
  name: profile.name,
  display_label: profile.name,
  description: profile.description,
  type: 'normal_profile',
  custom: !['Administrator', 'Standard'].includes(profile.name),
});

/** The right to lock is a tool permission of each module, named `Crm_Implied_Lock_{Module}` here. */
function readProfile(call: Call): Reply {
  const profile = call.org.profile(param(call, 'profile'));
  if (!profile)
    throw flat(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 2 });
  const rights = call.org.catalogue.modules
    .filter((module) => module.locking)
    .map((module) => ({
      name: `Crm_Implied_Lock_${module.api_name}`,
      module: module.api_name,
      enabled: profile.lock,
    }));
  const customize = { name: 'Crm_Implied_Customize_Zoho_CRM', module: null, enabled: profile.customize };
  const view = { ...profileView(profile), permissions_details: [customize, ...rights] };
  return { status: 200, body: { profiles: [view] } };
}

const listProfiles = (call: Call): Reply => ({
  status: 200,
  body: { profiles: call.org.catalogue.profiles.map(profileView) },
});

const listRoles = (call: Call): Reply => ({
  status: 200,
  body: {
    roles: call.org.catalogue.roles.map((role) => ({
      ...role,
      display_label: role.name,
      reporting_to: null,
    })),
  },
});

/** What the pages use of a group: its id and its name. */
const listGroups = (call: Call): Reply => ({
  status: 200,
  body: {
    user_groups: ['Partner managers', 'Europe, first line'].map((name, index) => ({
      id: `${call.org.catalogue.prefix}${String(4_201 + index).padStart(12, '0')}`,
      name,
      description: null,
    })),
  },
});

const readOrg = (call: Call): Reply => ({
  status: 200,
  body: {
    org: [
      {
        id: `${call.org.catalogue.prefix}000000000101`,
        company_name: 'Sandbox',
        country_code: 'IN',
        time_zone: 'Asia/Kolkata',
        currency: 'US Dollar',
        currency_symbol: '$',
        iso_code: 'USD',
        zgid: `${call.org.catalogue.prefix.slice(1)}01`,
        domain_name: 'org.sandbox.example',
        license_details: {
          paid: call.org.hasLocking,
          paid_type: call.org.hasLocking ? 'enterprise' : 'free',
          trial_type: null,
        },
        privacy_settings: false,
        mc_status: false,
      },
    ],
  },
});

export const userRoutes: Routes = {
  '/users': { GET: listUsers },
  '/users/:user': { GET: readUser },
  '/org': { GET: readOrg },
  '/settings/profiles': { GET: listProfiles },
  '/settings/profiles/:profile': { GET: readProfile },
  '/settings/roles': { GET: listRoles },
  '/settings/user_groups': { GET: listGroups },
};
