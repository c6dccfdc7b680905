import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/base/json';
import { askTogether } from '../../src/crm/ask-together';
import { queryRows } from '../../src/crm/coql';
import { countRecords, sampleRecords } from '../../src/crm/count-records';
import { byQuery } from '../../src/crm/find-locked-records';
import { findLockedRecords, findMoreLocked } from '../../src/crm/find-locked-ways';
import { addNote, readNotes } from '../../src/crm/notes';
import { accessRequest, readAccess } from '../../src/crm/read-access';
import { readConfiguration } from '../../src/crm/read-configuration';
import { countUnlocked, readImpact, sampleUnlocked } from '../../src/crm/read-impact';
import { readLock, readLockById } from '../../src/crm/read-lock';
import { readLockableModules } from '../../src/crm/read-lockable-modules';
import { readLockingFeature } from '../../src/crm/read-locking-feature';
import { readLocksTogether } from '../../src/crm/read-locks';
import {
  readButtons,
  readFields,
  readGroups,
  readProfiles,
  readRoles,
  readUsers,
  searchRecords,
} from '../../src/crm/read-metadata';
import { readModules } from '../../src/crm/read-modules';
import { readOwner } from '../../src/crm/read-owner';
import { readRecordValues } from '../../src/crm/read-record-values';
import { readRecords } from '../../src/crm/read-records';
import { countVariables, readAnyRecordId, readOwnProfile } from '../../src/crm/read-self-check';
import { readStages } from '../../src/crm/read-stages';
import { readTimeline } from '../../src/crm/read-timeline';
import { readCrmVariable } from '../../src/crm/read-variable';
import { completeTasks, createTasks, readTasks, readTasksById } from '../../src/crm/tasks';
import type { CrmRequest, Send } from '../../src/crm/transport';
import { deleteConfiguration, saveConfiguration } from '../../src/crm/write-configuration';
import { changeLockReason, lockRecord, unlockRecord } from '../../src/crm/write-lock';
import { crmVariables } from '../../src/crm/write-variable';
import { keySource, newCondition } from '../../src/locking/criteria/tree/node';
import { HOSTILE_TEXTS } from '../e2e/support/hostile-text';

type Call = (send: Send, module: string, id: string, other: string) => Promise<unknown>;

const STAGE = { apiName: 'Stage', id: '1', label: 'Stage', dataType: 'picklist' };
const question = (module: string) => ({
  module,
  fields: [{ ...STAGE, readOnly: false, filterable: true, picklist: [], lookupModule: undefined }],
  criteria: newCondition(keySource(), { api_name: 'Stage' }, 'equal', 'Won'),
  wanted: () => true,
});

/** Every function of src/crm that makes a call, with texts from outside wherever it takes any. */
const CALLS: Readonly<Record<string, Call>> = {
  readTasks: (send, module, id) => readTasks(send, { module, id }),
  readTasksById: (send, module, id) => readTasksById(send, [module, id]),
  createTasks: (send, module, id, other) =>
    createTasks(send, { module, id }, [{ subject: other, description: other, owner: other, due: other }]),
  completeTasks: (send, module) => completeTasks(send, [{ id: module }]),
  readNotes: (send, module, id) => readNotes(send, { module, id }),
  addNote: (send, module, id, other) => addNote(send, { module, id }, { title: other, content: other }),
  readTimeline: (send, module, id) => readTimeline(send, { module, id }),
  readOwner: (send, module, id) => readOwner(send, { module, id }),
  queryRows: (send, module) => queryRows(send, module),
  byQuery: (send, module, id) => byQuery(send, module, id),
  findLockedRecords: (send, module) => findLockedRecords(send, module),
  findMoreLocked: (send, module, id) => findMoreLocked(send, module, { way: 'query', after: id }),
  readLocksTogether: (send, module, id, other) => readLocksTogether(send, module, [id, other]),
  readRecords: (send, module, id, other) => readRecords(send, module, [id, other]),
  askTogether: (send, module, id) => askTogether(send, [accessRequest({ module, id })]),
  countRecords: (send, module) => countRecords(send, module),
  sampleRecords: (send, module, id) => sampleRecords(send, module, id),
  sampleUnlocked: (send, module) => sampleUnlocked(send, question(module)),
  readLockableModules,
  readRecordValues: (send, module, id, other) => readRecordValues(send, { module, id }, [other]),
  readStages,
  readAccess: (send, module, id) => readAccess(send, { module, id }),
  readConfiguration,
  readImpact: (send, module) => readImpact(send, question(module)),
  countUnlocked: (send, module) => countUnlocked(send, question(module)),
  readOwnProfile,
  countVariables,
  readCrmVariable: (send, module) => readCrmVariable(send)(module),
  crmVariables: (send, module, id) => crmVariables(send).write(module, id),
  readAnyRecordId,
  readLockById: (send, module, id, lock) => readLockById(send, { module, id }, lock),
  readLock: (send, module, id) => readLock(send, { module, id }),
  readButtons,
  readFields,
  readGroups,
  readLockingFeature,
  readProfiles,
  readRoles,
  readUsers,
  searchRecords,
  readModules,
  deleteConfiguration,
  saveConfiguration: (send, module, id) =>
    saveConfiguration(send, module, { method: 'PUT', body: { record_locking_configurations: [{ id }] } }),
  changeLockReason: (send, module, id, lock) => changeLockReason(send, { module, id }, lock, 'reason'),
  lockRecord: (send, module, id) => lockRecord(send, { module, id }, 'reason'),
  unlockRecord: (send, module, id, lock) => unlockRecord(send, { module, id }, lock),
};

/** Where each call may go; `*` is one segment. What is not here fails the test. */
const PLACES =
  /^\/crm\/v8\/(\w+(\/\w+(\/(Locking_Information__s(\/\w+)?|Tasks|Notes|__timeline))?)?|\w+\/search|coql|users|__composite_requests|__features\/record_locking_configurations|settings\/(modules|fields|profiles|layouts|pipeline|custom_buttons|custom_views|variables(\/\w+)?|roles|user_groups)|settings\/record_locking_configurations(\/\w+)?)$/;

const LOCKED_CRITERIA = '(Locked__s:equals:true)';

const word = fc.stringMatching(/^\w{1,20}$/);
const outside = fc.oneof(
  { weight: 2, arbitrary: word },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    ...Object.values(HOSTILE_TEXTS),
    '',
    '.',
    '..',
    'a/b',
    'a?b',
    'a#b',
    'a%2fb',
    'a\\b',
    'é',
    'a\n',
    '１',
  ),
  fc
    .tuple(word, fc.constantFrom('/', '?', '#', '%', '&', ';', '\\', '\n', '\0', ' ', '.'), word)
    .map((parts) => parts.join('')),
);

/** The calls inside a call. */
const partsOf = (body: unknown): CrmRequest[] =>
  isObject(body) && Array.isArray(body.__composite_requests)
    ? body.__composite_requests.map(({ method, uri, params }) => ({ method, path: uri, query: params }))
    : [];

/** The requests of a call, and whether it refused its texts. */
async function made(call: Call, texts: readonly [string, string, string]) {
  const requests: CrmRequest[] = [];
  const send: Send = async (request) => {
    requests.push(request, ...partsOf(request.body));
    return { status: 200, body: { data: [] } };
  };
  const refused = await (async () => call(send, ...texts))().then(
    () => false,
    (error: unknown) => {
      expect(error).toBeInstanceOf(RangeError);
      for (const text of texts)
        if (text.length > 3 && !/^[\w ]+$/.test(text)) expect(String(error)).not.toContain(text);
      return true;
    },
  );
  return { requests, refused };
}

/** The addresses of the parts of a composite call. */
const urisIn = (body: unknown): string[] =>
  [...JSON.stringify(body ?? '').matchAll(/"uri":("(?:[^"\\]|\\.)*")/g)].map(([, uri]) =>
    JSON.parse(uri ?? ''),
  );

describe('the address of a call', () => {
  it('is tested for every call there is', async () => {
    const room = new URL('../../src/crm/', import.meta.url);
    const files: object[] = await Promise.all(
      readdirSync(room).map((file) => import(new URL(file, room).href)),
    );
    const callers = files
      .flatMap((file) => Object.entries(file))
      .filter(
        ([, value]) => typeof value === 'function' && /^(async )?(function \w*)?\(send\b/.test(String(value)),
      )
      .map(([name]) => name)
      .filter(
        (name) =>
          ![
            'readList',
            'readPage',
            'readParsed',
            'createRequestQueue',
            'retryReads',
            'askForList',
            'write',
          ].includes(name),
      );
    expect(Object.keys(CALLS).sort()).toEqual(callers.sort());
  });

  it.each(Object.entries(CALLS))('%s cannot be led elsewhere', async (_name, call) => {
    await fc.assert(
      fc.asyncProperty(outside, outside, outside, async (...texts) => {
        const { requests, refused } = await made(call, texts);
        if (refused) expect(requests).toEqual([]);
        for (const { path, query, body } of requests) {
          expect(path).toMatch(PLACES);
          for (const uri of urisIn(body)) expect(uri).toMatch(PLACES);
          // A path is resolved against the CRM's origin, and stays what it is.
          const url = new URL(path, 'https://crm.example');
          expect([url.origin, url.pathname, url.search, url.hash]).toEqual([
            'https://crm.example',
            path,
            '',
            '',
          ]);
          expect(query?.module ?? 'none').toMatch(/^\w{1,200}$/);
          // What is typed to search by is a value of the query, encoded by whoever makes the address.
          for (const [key, value] of Object.entries(query ?? {}))
            if (key !== 'word' && value !== LOCKED_CRITERIA) expect(value).toMatch(/^[\w,]*$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leads to where it should for what is a word', async () => {
    const { requests } = await made(CALLS.changeLockReason ?? fail, ['Deals', '1', '2']);
    expect(requests.map(({ path }) => path)).toEqual(['/crm/v8/Deals/1/Locking_Information__s/2']);
  });
});

const fail: Call = async () => {
  throw new Error('There is no such call.');
};
