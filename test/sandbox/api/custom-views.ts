import { type Call, param, type Routes } from './call';
import { compileCriteria } from './criteria';
import { flat, invalidModule, missingParam, type Reply, scopeMismatch } from './errors';
import type { JsonObject } from './json';
import type { CrmRecord, Module } from './types';

/** A view of a module's records. */
interface View {
  readonly id: string;
  /** Null for a view that a user made; the names of system views are Zoho's and the same in every language. */
  readonly systemName: string | null;
  readonly name: string;
  readonly label: string;
  readonly shows: (call: Call, record: CrmRecord) => boolean;
}

type Words = readonly [
  all: (plural: string) => string,
  mine: (plural: string) => string,
  locked: (plural: string) => string,
];
const ENGLISH: Words = [(of) => `All ${of}`, (of) => `My ${of}`, (of) => `All Locked ${of}`];
/** Zoho shows its own views in the language of whoever asks. */
const WORDS: Readonly<Record<string, Words>> = {
  de: [(of) => `Alle ${of}`, (of) => `Meine ${of}`, (of) => `Alle gesperrten ${of}`],
  fr: [(of) => `Tous les ${of}`, (of) => `Mes ${of}`, (of) => `Tous les ${of} verrouillés`],
};

const CLOSED_LOST: JsonObject = {
  field: { api_name: 'Stage' },
  comparator: 'equal',
  value: `\${${'CLOSEDLOST'}}`,
};

function viewsOf(call: Call, module: Module): View[] {
  const { org, user } = call;
  const position = org.catalogue.modules.indexOf(module);
  const id = (index: number) =>
    `${org.catalogue.prefix}${String(800_001 + 30 * position + 3 * index).padStart(12, '0')}`;
  const words = WORDS[user.language.slice(0, 2)] ?? ENGLISH;
  const system = (index: 0 | 1 | 2, systemName: string, shows: View['shows']): View => ({
    id: id(index),
    systemName,
    name: ENGLISH[index](module.plural_label),
    label: words[index](module.plural_label),
    shows,
  });
  const views = [
    system(0, 'ALLVIEWS', () => true),
    system(1, 'MYVIEWS', (_, record) => JSON.stringify(record.Owner ?? null).includes(user.id)),
  ];
  // Somebody gave a view of their own the name of the system's: only the system name tells them apart.
  if (module.api_name === 'Deals') {
    const name = ENGLISH[2](module.plural_label);
    const lost = compileCriteria(org, module.api_name, CLOSED_LOST);
    views.push({ id: id(3), systemName: null, name, label: name, shows: (_, record) => lost(record) });
  }
  if (module.locking && org.hasLocking && org.options.lockedView !== 'missing')
    views.push(
      system(2, `ALLLOCKED${module.api_name.toUpperCase()}`, (_, record) =>
        Boolean(org.lockOf(module.api_name, record.id)),
      ),
    );
  return views;
}

const viewJson = ({ id, systemName, name, label }: View): JsonObject => ({
  id,
  name,
  system_name: systemName,
  display_value: label,
  system_defined: systemName !== null,
  default: systemName === 'ALLVIEWS',
  category: systemName === null ? 'created_by_me' : 'public_views',
  access_type: 'public',
  created_by: null,
  created_time: null,
  modified_by: null,
  modified_time: null,
  last_accessed_time: null,
  favorite: null,
  locked: false,
});

function moduleParam(call: Call): Module {
  if (call.org.options.customViews === 'refused') throw scopeMismatch();
  const name = call.query.get('module');
  if (!name) throw missingParam('module');
  const module = call.org.module(name);
  if (!module) throw invalidModule();
  return module;
}

function listViews(call: Call): Reply {
  const views = viewsOf(call, moduleParam(call));
  const info = {
    per_page: 200,
    default: views[0]?.id ?? null,
    count: views.length,
    page: 1,
    more_records: false,
  };
  return { status: 200, body: { custom_views: views.map(viewJson), info } };
}

function readView(call: Call): Reply {
  const found = viewsOf(call, moduleParam(call)).find(({ id }) => id === param(call, 'view'));
  return found ? { status: 200, body: { custom_views: [viewJson(found)] } } : { status: 204 };
}

/** Whether a record is in the view that a list call names by `cvid`. */
export function viewTest(call: Call, module: Module, cvid: string): (record: CrmRecord) => boolean {
  const view = viewsOf(call, module).find(({ id }) => id === cvid);
  if (!view) throw flat(400, 'INVALID_DATA', 'invalid data', { param_name: 'cvid' });
  return (record) => view.shows(call, record);
}

export const customViewRoutes: Routes = {
  '/settings/custom_views': { GET: listViews },
  '/settings/custom_views/:view': { GET: readView },
};
