import { type Call, param, type Routes } from './call';
import { flat, invalidModule, invalidRecord, missingParam, type Reply } from './errors';
import { isObject, type JsonObject } from './json';
import type { Org } from './org';
import { pageOf, pageReply, requiredFields } from './record-pages';
import { moduleOf, recordView } from './record-view';
import type { Field, Module } from './types';

/** Records of another module that name a record in one of their fields. */
interface Relation {
  readonly name: string;
  readonly module: Module;
  readonly field: Field;
}

/** A module that points here twice has two lists; the second is named after its field, too. */
function relationsOf(org: Org, parent: Module): Relation[] {
  const relations: Relation[] = [];
  for (const module of org.catalogue.modules)
    for (const field of module.fields) {
      const target = isObject(field.lookup.module) ? field.lookup.module.api_name : undefined;
      if (target !== parent.api_name) continue;
      const isTaken = relations.some(({ name }) => name === module.api_name);
      relations.push({
        name: isTaken ? `${module.api_name}_${field.api_name}` : module.api_name,
        module,
        field,
      });
    }
  return relations;
}

/** Lists that every record has, whatever points to it. */
const OWN: readonly string[] = ['Notes', 'Attachments', 'Tasks'];

function listRelations(call: Call): Reply {
  const name = call.query.get('module');
  if (!name) throw missingParam('module');
  const parent = call.org.module(name);
  if (!parent) throw invalidModule();
  const position = call.org.catalogue.modules.indexOf(parent);
  const own = OWN.map((api_name) => ({
    api_name,
    display_label: api_name,
    module: null,
  }));
  const others = relationsOf(call.org, parent)
    .filter(({ name: api_name }) => !OWN.includes(api_name))
    .map(({ name: api_name, module }) => ({
      api_name,
      display_label: module.plural_label,
      module: { api_name: module.api_name, id: module.id },
    }));
  const lists = [...own, ...others].map(
    (list, index): JsonObject => ({
      ...list,
      id: `${call.org.catalogue.prefix}${String(850_001 + 300 * position + 3 * index).padStart(12, '0')}`,
      name: list.api_name,
      href: `${parent.api_name}/{ENTITYID}/${list.api_name}`,
      type: 'default',
      visible: true,
      sequence_number: String(index + 1),
    }),
  );
  return { status: 200, body: { related_lists: lists } };
}

/** The records of a relation, as a list of their own module. Nothing can be attached here, so attachments are none. */
function listRelated(call: Call): Reply {
  const parent = moduleOf(call);
  const id = param(call, 'record');
  if (!call.org.record(parent.api_name, id)) throw invalidRecord();
  const wanted = param(call, 'list');
  if (wanted === 'Attachments') return { status: 204 };
  const relation = relationsOf(call.org, parent).find(({ name }) => name === wanted);
  if (!relation)
    throw flat(400, 'INVALID_DATA', 'the relation name given seems to be invalid', {
      resource_path_index: 2,
    });
  const fields = requiredFields(call);
  const { module, field } = relation;
  const related = call.org.records(module.api_name).filter((record) => {
    const value = record[field.api_name];
    return isObject(value) && value.id === id;
  });
  const { rows, info } = pageOf(call, related);
  return pageReply({ rows: rows.map((record) => recordView(call, module, record, fields)), info });
}

export const relatedListRoutes: Routes = {
  '/settings/related_lists': { GET: listRelations },
};

/** Every other list of a record; what has a file of its own comes before. */
export const relatedRecordRoutes: Routes = { '/:module/:record/:list': { GET: listRelated } };
