import { bodyList, type Call, param, type Routes } from './call';
import { type Entry, failure, flat, invalidRecord, type Reply, success } from './errors';
import { isArray, isObject, type JsonObject, textAt } from './json';
import { moduleOf } from './record-view';
import type { CrmRecord, Field, PickListValue } from './types';

/** Deals are in a process whose states are their stages; every stage leads to every other. */
function processOf(call: Call): { record: CrmRecord; field: Field } {
  const module = moduleOf(call);
  const record = call.org.record(module.api_name, param(call, 'record'));
  if (!record) throw invalidRecord();
  const field = module.api_name === 'Deals' ? call.org.field('Deals', 'Stage') : undefined;
  if (!field) throw flat(400, 'RECORD_NOT_IN_PROCESS', 'record not in process');
  return { record, field };
}

const transition = ({ id, actual_value }: PickListValue): JsonObject => ({
  id,
  name: `Move to ${actual_value}`,
  next_field_value: actual_value,
  criteria_matched: true,
  criteria_message: null,
  fields: [],
  data: {},
  next_transitions: [],
  percent_partial_save: 0,
  type: 'manual',
});

const others = (record: CrmRecord, field: Field): PickListValue[] =>
  field.pick_list_values.filter(({ actual_value }) => actual_value !== record.Stage);

function readProcess(call: Call): Reply {
  const { record, field } = processOf(call);
  const process_info = {
    id: `${call.org.catalogue.prefix}000000860001`,
    name: 'Sales process',
    field_id: field.id,
    api_name: field.api_name,
    field_label: field.field_label,
    field_name: field.field_label,
    field_value: record.Stage ?? null,
    column_name: 'STAGE',
    is_continuous: false,
    continuous: false,
  };
  const transitions = others(record, field).map(transition);
  return { status: 200, body: { blueprint: { process_info, transitions } } };
}

function runTransition(call: Call): Reply {
  const { record, field } = processOf(call);
  const [wanted = {}] = bodyList(call, 'blueprint', 1);
  const next = others(record, field).find(({ id }) => id === textAt(wanted, 'transition_id'));
  if (!next) throw flat(400, 'INVALID_DATA', 'invalid transition', { api_name: 'transition_id' });
  const values = isObject(wanted.data) ? wanted.data : {};
  const reply = call.part({
    method: 'PUT',
    path: `/Deals/${record.id}`,
    query: new URLSearchParams(),
    body: { data: [{ ...values, Stage: next.actual_value }] },
  });
  const entries = isObject(reply.body) && isArray(reply.body.data) ? reply.body.data : [];
  const [entry] = entries;
  if (reply.status < 300) return { status: 200, body: success('transition updated successfully', {}) };
  const refused: Entry = failure('INVALID_DATA', 'the transition could not be run');
  return { status: reply.status, body: isObject(entry) ? entry : refused };
}

export const blueprintRoutes: Routes = {
  '/:module/:record/actions/blueprint': { GET: readProcess, PUT: runTransition },
};
