import { bodyList, type Call, param, profileOf, type Routes } from './call';
import { invalid, KEY, mandatory, ROOT } from './configuration-errors';
import {
  flat,
  invalidModule,
  missingParam,
  noPermission,
  notAllowed,
  notInEdition,
  type Reply,
  success,
} from './errors';
import { type JsonObject, textAt } from './json';
import { endAllLocks, endLocksOfRule, lockExisting } from './locking';
import { listParam } from './record-view';
import type { Configuration, Module, Ref } from './types';
import { refuseMissingRules, type Settings, validateSettings } from './validate-configuration';
import { changeRules, type RuleChange, refuseManyConditions } from './validate-rules';

/*
 * The locking configuration of one module. Order of checks: session, parameter `module`, module exists, edition,
 * module supports locking, right to customise (reading too), parameter `feature_type`, shape of the body,
 * configuration present or absent, made by the system, and then what the body holds.
 */

function moduleOf(call: Call): Module {
  const name = call.query.get('module');
  if (!name) throw missingParam('module');
  const module = call.org.module(name);
  if (!module) throw invalidModule();
  if (!call.org.hasLocking) throw notInEdition();
  if (!module.locking)
    throw flat(400, 'NOT_SUPPORTED', 'the module name given is not supported for the  feature', {
      param_name: 'module',
    });
  if (!profileOf(call)?.customize) throw noPermission('Crm_Implied_Customize_Zoho_CRM');
  const feature = call.query.get('feature_type');
  if (feature && feature !== 'record_locking')
    throw flat(400, 'INVALID_DATA', 'invalid data', { param_name: 'feature_type' });
  return module;
}

const unknownId = () =>
  flat(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 2 });

function named(call: Call, module: Module, id: string): Configuration {
  const found = call.org.configurationOf(module.api_name);
  if (found?.id !== id) throw unknownId();
  return found;
}

const done = (status: number, id: string, what: string): Reply => ({
  status,
  body: { [KEY]: [success(`record locking configuration ${what}`, { id })] },
});

function read(call: Call): Reply {
  const found = call.org.configurationOf(moduleOf(call).api_name);
  return found ? { status: 200, body: { [KEY]: [found] } } : { status: 204 };
}

const readNamed = (call: Call): Reply => ({
  status: 200,
  body: { [KEY]: [named(call, moduleOf(call), param(call, 'id'))] },
});

const READ_ONLY = ['id', 'system_defined', 'created_time', 'created_by', 'modified_time', 'modified_by'];

/** Keys this API does not know are kept: a newer one may. */
const unknownKeys = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body).filter(([key]) => !READ_ONLY.includes(key) && key !== 'locking_rules'),
  );

/** Rules of a configuration that locks by hand only are not kept, and their locks end with them. */
function rulesOf(call: Call, module: Module, body: JsonObject, before: Configuration | null): RuleChange {
  const replace = call.org.options.putMode === 'replace';
  const present = before?.locking_rules ?? [];
  const given = body.locking_rules ?? (replace ? [] : null);
  if (given === null) return { rules: present, saved: [], removed: [] };
  refuseManyConditions(given, call.org.options.mostConditions);
  return changeRules(module, given, present, replace, () => call.org.nextId());
}

function save(call: Call, module: Module, body: JsonObject, before: Configuration | null): string {
  const { org } = call;
  const base = org.options.putMode === 'replace' ? null : before;
  const settings: Settings = validateSettings(org, module, body, base ?? {});
  const change = rulesOf(call, module, body, before);
  const automatic = settings.lock_type !== 'manual';
  if (automatic && change.rules.length === 0) refuseMissingRules();
  const now = org.time();
  const by: Ref = { name: call.user.name, id: call.user.id };
  const saved: Configuration = {
    ...unknownKeys(base ?? {}),
    ...unknownKeys(body),
    ...settings,
    id: before?.id ?? org.nextId(),
    locking_rules: automatic ? change.rules : null,
    system_defined: false,
    created_time: before?.created_time ?? now,
    created_by: before?.created_by ?? by,
    modified_time: now,
    modified_by: by,
  };
  org.state.configurations[module.api_name] = saved;
  const ended = automatic ? change.removed : (before?.locking_rules ?? []).map((rule) => rule.id);
  for (const rule of ended) endLocksOfRule(org, module.api_name, rule, by);
  if (automatic)
    for (const rule of change.saved)
      if (rule.lock_existing_records) lockExisting(org, module.api_name, saved, rule, by);
  return saved.id;
}

function create(call: Call): Reply {
  const module = moduleOf(call);
  const [body = {}] = bodyList(call, KEY, 1);
  if (call.org.configurationOf(module.api_name))
    throw flat(400, 'LIMIT_EXCEEDED', 'Configuration already created for this module', {
      param_name: 'module',
      limit: 1,
    });
  return done(201, save(call, module, body, null), 'created successfully');
}

function change(call: Call, module: Module, body: JsonObject, before: Configuration): Reply {
  if (before.system_defined) throw notAllowed('Configuration created by system cannot be updated', 1);
  return done(200, save(call, module, body, before), 'updated successfully');
}

/** The id is in the body; one that is not the module's configuration is told by its JSON path. */
function update(call: Call): Reply {
  const module = moduleOf(call);
  const [body = {}] = bodyList(call, KEY, 1);
  const id = textAt(body, 'id');
  if (!id) throw mandatory(`${ROOT}.id`);
  const before = call.org.configurationOf(module.api_name);
  if (before?.id !== id) throw invalid(`${ROOT}.id`, 'the id given seems to be invalid');
  return change(call, module, body, before);
}

function updateNamed(call: Call): Reply {
  const module = moduleOf(call);
  const [body = {}] = bodyList(call, KEY, 1);
  const before = named(call, module, param(call, 'id'));
  if ((textAt(body, 'id') ?? before.id) !== before.id) throw unknownId();
  return change(call, module, body, before);
}

function remove(call: Call, module: Module, id: string): Reply {
  const before = named(call, module, id);
  if (before.system_defined) throw notAllowed('Configuration created by system cannot be deleted', 1);
  delete call.org.state.configurations[module.api_name];
  endAllLocks(call.org, module.api_name, { name: call.user.name, id: call.user.id });
  return done(200, id, 'deleted');
}

/** A module has one configuration, so of several ids all but one are unknown. */
function removeListed(call: Call): Reply {
  const module = moduleOf(call);
  const ids = [...new Set(listParam(call, 'ids') ?? [])];
  const [id] = ids;
  if (!id) throw missingParam('ids');
  for (const one of ids) named(call, module, one);
  return remove(call, module, id);
}

const PATH = '/settings/record_locking_configurations';

export const configurationRoutes: Routes = {
  [PATH]: { GET: read, POST: create, PUT: update, DELETE: removeListed },
  [`${PATH}/:id`]: {
    GET: readNamed,
    PUT: updateNamed,
    DELETE: (call) => remove(call, moduleOf(call), param(call, 'id')),
  },
};
