import { type Call, param, profileOf, type Routes } from './call';
import { flat, invalidModule, missingParam, type Reply, scopeMismatch } from './errors';
import type { JsonObject } from './json';
import type { Module, PickListValue } from './types';

/** Every module has one layout. */
const layoutId = (call: Call, module: Module): string => {
  const { prefix, modules } = call.org.catalogue;
  return `${prefix}${String(700_001 + 3 * modules.indexOf(module)).padStart(12, '0')}`;
};

function layoutOf(call: Call, module: Module): JsonObject {
  const fields = module.fields.map((field, index) => ({
    ...field,
    sequence_number: index + 1,
    required: field.system_mandatory,
  }));
  const profiles = call.org.catalogue.profiles.map(({ id, name }) => ({ id, name, default: true }));
  return {
    id: layoutId(call, module),
    name: 'Standard',
    display_label: 'Standard',
    api_name: 'Standard',
    status: 'active',
    visible: true,
    source: 'crm',
    generated_type: 'system',
    mode: 'all',
    created_time: null,
    created_by: null,
    modified_time: null,
    modified_by: null,
    created_for: null,
    convert_mapping: null,
    has_more_profiles: false,
    // Told to those who may customise the module.
    profiles: profileOf(call)?.customize ? profiles : null,
    sections: [
      {
        api_name: `${module.singular_label} Information`,
        display_label: `${module.singular_label} Information`,
        sequence_number: 1,
        fields,
      },
    ],
  };
}

function moduleParam(call: Call): Module {
  const name = call.query.get('module');
  if (!name) throw missingParam('module');
  const module = call.org.module(name);
  if (!module) throw invalidModule();
  return module;
}

const listLayouts = (call: Call): Reply => ({
  status: 200,
  body: { layouts: [layoutOf(call, moduleParam(call))] },
});

function readLayout(call: Call): Reply {
  const layout = layoutOf(call, moduleParam(call));
  return layout.id === param(call, 'layout') ? { status: 200, body: { layouts: [layout] } } : { status: 204 };
}

/** Zoho's word for where a stage stands in a forecast. */
const FORECASTS: Readonly<Record<string, string>> = {
  Open: 'Pipeline',
  'Closed Won': 'Closed',
  'Closed Lost': 'Omitted',
};

/** The stages of deals are in pipelines: one has them all, another one leaves out what renewals skip. */
function pipelines(call: Call, stages: readonly PickListValue[]): JsonObject[] {
  const mapOf = ({ id, display_value, actual_value, forecast_type }: PickListValue, index: number) => ({
    id,
    display_value,
    actual_value,
    sequence_number: index + 1,
    forecast_type: forecast_type ?? 'Open',
    forecast_category: {
      name: FORECASTS[forecast_type ?? 'Open'] ?? 'Pipeline',
      id: `${call.org.catalogue.prefix}000000007092`,
    },
  });
  const pipeline = (name: string, number: number, of: readonly PickListValue[]): JsonObject => ({
    id: `${call.org.catalogue.prefix}${String(number).padStart(12, '0')}`,
    display_value: name,
    actual_value: name,
    default: number === 760_001,
    maps: of.map(mapOf),
  });
  const renewals = stages.filter(({ actual_value, forecast_type }) =>
    forecast_type === 'Open' ? actual_value.startsWith('N') : true,
  );
  return [pipeline('Sales', 760_001, stages), pipeline('Renewals', 760_004, renewals)];
}

function listPipelines(call: Call): Reply {
  if (call.org.options.pipelines === 'refused') throw scopeMismatch();
  const wanted = call.query.get('layout_id');
  if (!wanted) throw missingParam('layout_id');
  const deals = call.org.module('Deals');
  if (!deals || layoutId(call, deals) !== wanted)
    throw flat(400, 'INVALID_DATA', 'the layout id given seems to be invalid', { param_name: 'layout_id' });
  const stages = call.org.field('Deals', 'Stage')?.pick_list_values ?? [];
  return { status: 200, body: { pipeline: pipelines(call, stages) } };
}

export const layoutRoutes: Routes = {
  '/settings/layouts': { GET: listLayouts },
  '/settings/layouts/:layout': { GET: readLayout },
  '/settings/pipeline': { GET: listPipelines },
};
