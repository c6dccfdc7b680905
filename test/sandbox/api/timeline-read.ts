import type { Call, Routes } from './call';
import { ambiguous, flat, invalidRecord, type Refusal, type Reply } from './errors';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';
import { pageOf, pageReply } from './record-pages';
import { listParam, moduleOf } from './record-view';
import type { TimelineEntry } from './types';

/** The sources that `filters` takes. Those of locks are not among them, though entries have them. */
const SOURCES = [
  ...['crm_api', 'crm_ui', 'bulkapi', 'approval_process', 'assignment_rules', 'blueprint', 'convert'],
  ...['custom_function', 'macro', 'mass_update', 'bulk_action', 'change_owner', 'review_process', 'workflow'],
];
const MODULES = ['Notes', 'Attachments', 'Tasks', 'Calls', 'Events', 'Emails'];

const invalid = (name: string): Refusal =>
  flat(400, 'INVALID_DATA', 'the relation name given seems to be invalid', { param_name: name });

const moduleOfEntry = (entry: TimelineEntry): Json => {
  const record = isObject(entry.record) ? entry.record : {};
  return isObject(record.module) ? (record.module.api_name ?? null) : null;
};

/** What a filter may name, the values it may take, and how an entry is read for it. */
const FILTERS: Readonly<
  Record<string, { readonly values: readonly string[] | null; readonly read: (entry: TimelineEntry) => Json }>
> = {
  source: { values: SOURCES, read: (entry) => entry.source },
  'record.module.api_name': { values: MODULES, read: moduleOfEntry },
  'done_by.id': {
    values: null,
    read: (entry) => (isObject(entry.done_by) ? (entry.done_by.id ?? null) : null),
  },
};

function compile(filter: Json): (entry: TimelineEntry) => boolean {
  if (!isObject(filter)) throw invalid('filters');
  if (isArray(filter.group)) {
    const tests = filter.group.map(compile);
    return filter.group_operator === 'OR'
      ? (entry) => tests.some((test) => test(entry))
      : (entry) => tests.every((test) => test(entry));
  }
  const name = isObject(filter.field) ? (textAt(filter.field, 'api_name') ?? '') : '';
  const known = FILTERS[name];
  const wanted = (isArray(filter.value) ? filter.value : [filter.value]).map(String);
  const isComparison = filter.comparator === 'equal' || filter.comparator === 'in';
  if (!known || !isComparison || wanted.some((value) => known.values?.includes(value) === false))
    throw invalid('filters');
  return (entry) => wanted.includes(String(known.read(entry)));
}

function filterParam(call: Call): (entry: TimelineEntry) => boolean {
  const text = call.query.get('filters');
  if (!text) return () => true;
  let filter: Json;
  try {
    filter = JSON.parse(text);
  } catch {
    throw invalid('filters');
  }
  return compile(filter);
}

/** The label of a field and the profile of a person come only when they are asked for. */
function view(call: Call, module: string, { byHand: _ours, ...entry }: TimelineEntry): JsonObject {
  const inner = listParam(call, 'include_inner_details') ?? [];
  const by = isObject(entry.done_by) ? entry.done_by : null;
  const profile =
    by && inner.includes('done_by.profile') ? call.org.user(textAt(by, 'id') ?? '')?.profile : null;
  const history = isArray(entry.field_history) ? entry.field_history.filter(isObject) : null;
  return {
    ...entry,
    done_by: by && profile ? { ...by, profile } : by,
    field_history:
      history?.map((change) =>
        inner.includes('field_history.field_label')
          ? {
              ...change,
              field_label: call.org.field(module, textAt(change, 'api_name') ?? '')?.field_label ?? null,
            }
          : change,
      ) ?? null,
  };
}

function readTimeline(call: Call): Reply {
  const module = moduleOf(call);
  const { timeline, manualLocksInTimeline } = call.org.options;
  if (timeline === 'refused')
    throw flat(400, 'NOT_SUPPORTED', 'the module name given is not supported for the timeline', {
      resource_path_index: 0,
    });
  const id = call.params.record ?? '';
  if (!call.org.record(module.api_name, id)) throw invalidRecord();
  if ((call.query.get('sort_by') ?? 'audited_time') !== 'audited_time') throw invalid('sort_by');
  if (call.query.has('page_token') && call.query.has('per_page'))
    throw ambiguous([{ param_name: 'page_token' }, { param_name: 'per_page' }]);
  const entries = call.org
    .timelineOf(module.api_name, id)
    .filter((entry) => !(entry.byHand && manualLocksInTimeline === 'left-out'))
    .filter(filterParam(call));
  const sorted = call.query.get('sort_order') === 'asc' ? entries : [...entries].reverse();
  const { rows, info } = pageOf(call, sorted);
  return pageReply({ rows: rows.map((entry) => view(call, module.api_name, entry)), info }, '__timeline');
}

export const timelineRoutes: Routes = { '/:module/:record/__timeline': { GET: readTimeline } };
