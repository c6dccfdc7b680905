import { type Call, param, type Routes } from './call';
import { flat, invalidModule, missingParam, type Reply } from './errors';
import type { JsonObject } from './json';
import type { Module } from './types';

/**
 * Zoho's reply has no word for "made by an extension": such a module is `custom` as well, and is told by the
 * namespace of its extension in its API name (`acme__Shipments`). Modules made by users have no namespace.
 */
function moduleView(module: Module): JsonObject {
  const { locking: _ours, mail, nameField: _name, fields: _fields, ...view } = module;
  return {
    ...view,
    module_name: module.plural_label,
    actual_plural_label: module.plural_label,
    actual_singular_label: module.singular_label,
    api_supported: true,
    visible: true,
    visibility: 1,
    status: 'visible',
    viewable: true,
    creatable: true,
    editable: true,
    deletable: true,
    show_as_tab: true,
    emailTemplate_support: mail,
    parent_module: {},
    profiles: [],
  };
}

/** What is there besides the modules that hold records, so that a reader learns to pass it over. */
const linking = (prefix: string): JsonObject => ({
  id: `${prefix}000000002399`,
  api_name: 'Deals_X_Products',
  singular_label: 'Deal Product',
  plural_label: 'Deals X Products',
  module_name: 'LinkingModule1',
  generated_type: 'linking',
  api_supported: true,
  visible: false,
  status: 'user_hidden',
  viewable: false,
  creatable: false,
  editable: false,
  deletable: false,
  show_as_tab: false,
});

/** The modules that a feature is there for; no page was seen to use it for locking. */
function featureModules(call: Call, feature: string): Module[] {
  if (feature !== 'record_locking_configurations' || call.org.options.featureModules === 'refused')
    throw flat(400, 'INVALID_DATA', 'the given feature name is invalid');
  return call.org.hasLocking ? call.org.catalogue.modules.filter(({ locking }) => locking) : [];
}

function listModules(call: Call): Reply {
  const { modules, prefix } = call.org.catalogue;
  const feature = call.query.get('feature_name');
  if (feature !== null && call.org.options.featureModules !== 'ignored') {
    const found = featureModules(call, feature);
    return found.length === 0 ? { status: 204 } : { status: 200, body: { modules: found.map(moduleView) } };
  }
  return { status: 200, body: { modules: [...modules.map(moduleView), linking(prefix)] } };
}

function named(call: Call, name: string): Module {
  const module = call.org.catalogue.modules.find((one) => one.api_name === name || one.id === name);
  if (!module) throw invalidModule({ resource_path_index: 2 });
  return module;
}

const readModule = (call: Call): Reply => ({
  status: 200,
  body: { modules: [moduleView(named(call, param(call, 'module')))] },
});

function moduleParam(call: Call): Module {
  const name = call.query.get('module');
  if (!name) throw missingParam('module');
  const module = call.org.module(name);
  if (!module) throw invalidModule();
  return module;
}

const listFields = (call: Call): Reply => ({ status: 200, body: { fields: moduleParam(call).fields } });

function readField(call: Call): Reply {
  const wanted = param(call, 'field');
  const field = moduleParam(call).fields.find((one) => one.id === wanted || one.api_name === wanted);
  return field ? { status: 200, body: { fields: [field] } } : { status: 204 };
}

/** Zoho documents no such call; where it answers, it is said to answer so. */
function listButtons(call: Call): Reply {
  if (call.org.options.customButtons === 'missing')
    throw flat(404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one');
  const module = moduleParam(call);
  const buttons = call.org.catalogue.buttons.filter((button) => button.module === module.api_name);
  if (buttons.length === 0) return { status: 204 };
  const view = buttons.map(({ id, name, api_name }) => ({ id, name, api_name, display_label: name }));
  return { status: 200, body: { custom_buttons: view } };
}

export const metadataRoutes: Routes = {
  '/settings/modules': { GET: listModules },
  '/settings/modules/:module': { GET: readModule },
  '/settings/fields': { GET: listFields },
  '/settings/fields/:field': { GET: readField },
  '/settings/custom_buttons': { GET: listButtons },
};
