import { bodyList, type Call, param, profileOf, type Routes } from './call';
import {
  failure,
  flat,
  invalidModule,
  invalidRecord,
  listed,
  missingParam,
  noPermission,
  notAllowed,
  notInEdition,
  type Reply,
  success,
} from './errors';
import type { JsonObject } from './json';
import { lockByHand, unlockByHand } from './locking';
import type { Configuration, CrmRecord, Lock, Module } from './types';

/*
 * The lock of one record. Order of checks: session, module exists, edition, module supports locking, profile right
 * (writes), record id, parameters, body, configuration present, lock id, state of the lock.
 */

const NOT_CONFIGURED = 'Required Record Locking Configuration is not present';
const REASON_MAXIMUM = 3000;

interface Target {
  readonly module: Module;
  readonly record: CrmRecord;
}

function target(call: Call, action: 'read' | 'write' | 'unlock'): Target {
  const module = call.org.module(param(call, 'module'));
  if (!module) throw invalidModule({ resource_path_index: 0 });
  if (!call.org.hasLocking) throw notInEdition();
  // Campaigns, Calls and modules made by extensions have no such relation.
  if (!module.locking) throw flat(400, 'INVALID_DATA', 'relation not found');
  const right = `Crm_Implied_Lock_${module.api_name}`;
  if (action !== 'read' && !profileOf(call)?.lock) {
    if (action === 'write') throw noPermission(right);
    throw noPermission(right, { resource_path_index: 1 }, 'You do not have permission to unlock this record');
  }
  const record = call.org.record(module.api_name, param(call, 'record'));
  if (!record) throw invalidRecord();
  return { module, record };
}

function configuration(call: Call, module: Module): Configuration {
  const found = call.org.configurationOf(module.api_name);
  if (!found) throw notAllowed(NOT_CONFIGURED, 2);
  return found;
}

/** The lock that the path names; the id of an older lock of the record is not found. */
function namedLock(call: Call, { module, record }: Target): Lock {
  const lock = call.org.lockOf(module.api_name, record.id);
  if (lock?.id !== param(call, 'lock'))
    throw flat(400, 'INVALID_DATA', 'the id given seems to be invalid', { resource_path_index: 3 });
  return lock;
}

/** A reason that is blank counts as missing; otherwise it is kept as it was sent, spaces included. */
function reason(call: Call): string {
  const given = bodyList(call, 'data', 1)[0]?.Locked_Reason__s;
  const where = { api_name: 'Locked_Reason__s', json_path: '$.data[0].Locked_Reason__s' };
  if (given === undefined || given === null || (typeof given === 'string' && given.trim() === ''))
    throw listed('data', 400, failure('MANDATORY_NOT_FOUND', 'required field not found', where));
  if (typeof given !== 'string')
    throw listed(
      'data',
      400,
      failure('INVALID_DATA', 'invalid data', { ...where, expected_data_type: 'text' }),
    );
  if (given.length > REASON_MAXIMUM)
    throw listed(
      'data',
      400,
      failure('INVALID_DATA', 'invalid data', { ...where, maximum_length: REASON_MAXIMUM }),
    );
  return given;
}

/** Zoho answers this set whichever fields are asked for. */
function row(call: Call, { module, record }: Target, lock: Lock): JsonObject {
  const editable = lock.source === 'Manual' && profileOf(call)?.lock === true;
  return {
    Locked_By__s: lock.by,
    $field_states: null,
    Locked_For__s: {
      module: { api_name: module.api_name, id: module.id },
      name: call.org.nameOf(module.api_name, record),
      id: record.id,
    },
    Locked_Reason__s: lock.reason,
    $editable: editable,
    $sharing_permission: editable ? 'full_access' : 'read_only',
    Lock_Source__s: lock.source === 'Both' ? (call.org.options.sourceOfBoth ?? 'Both') : lock.source,
    Locked_Time__s: lock.time,
    Record_Locking_Configuration_Id__s: lock.configuration,
    Record_Locking_Rule_Id__s: lock.rule,
    id: lock.id,
    Feature_Type__s: 'record_locking',
    $zia_visions: null,
  };
}

function readLocks(call: Call): Reply {
  const at = target(call, 'read');
  if (!call.query.get('fields')) throw missingParam('fields');
  const lock = call.org.lockOf(at.module.api_name, at.record.id);
  if (!lock) {
    if (call.org.options.missingConfiguration === 'not-allowed') configuration(call, at.module);
    return { status: 204 };
  }
  const info = { per_page: 200, count: 1, page: 1, more_records: false };
  return { status: 200, body: { data: [row(call, at, lock)], info } };
}

function readLock(call: Call): Reply {
  const at = target(call, 'read');
  return { status: 200, body: { data: [row(call, at, namedLock(call, at))] } };
}

function lockRecord(call: Call): Reply {
  const { module, record } = target(call, 'write');
  const text = reason(call);
  const present = configuration(call, module);
  if (call.org.lockOf(module.api_name, record.id)) throw notAllowed('record is already locked', 1);
  if (present.lock_type === 'automatic')
    throw notAllowed('record cannot be locked, only automatic locking is configured', 1);
  const by = { name: call.user.name, id: call.user.id };
  const lock = lockByHand(call.org, module.api_name, record.id, text, { by, source: call.source });
  const details = {
    Modified_Time: lock.time,
    Modified_By: by,
    Created_Time: lock.time,
    id: lock.id,
    Created_By: by,
  };
  return { status: 201, body: { data: [success('record added', details)] } };
}

/** A purely automatic lock has no reason to edit: Zoho lists these two refusals for PUT. */
function editReason(call: Call): Reply {
  const at = target(call, 'write');
  const text = reason(call);
  const present = configuration(call, at.module);
  const lock = namedLock(call, at);
  if (lock.source === 'Automatic')
    throw notAllowed(
      present.lock_type === 'automatic'
        ? 'record cannot be locked, only automatic locking is configured'
        : 'record is already locked',
      1,
    );
  call.org.setLock(at.module.api_name, at.record.id, { ...lock, reason: text });
  return { status: 200, body: { data: [success('relation updated', { id: lock.id })] } };
}

function unlockRecord(call: Call): Reply {
  const at = target(call, 'unlock');
  configuration(call, at.module);
  const lock = namedLock(call, at);
  const doer = { by: { name: call.user.name, id: call.user.id }, source: call.source };
  if (!unlockByHand(call.org, at.module.api_name, at.record.id, lock, doer))
    throw notAllowed('Automatically locked records can not be unlocked manually', 1);
  return { status: 200, body: { data: [success('relation removed', { id: lock.id })] } };
}

export const lockRoutes: Routes = {
  '/:module/:record/Locking_Information__s': { GET: readLocks, POST: lockRecord },
  '/:module/:record/Locking_Information__s/:lock': { GET: readLock, PUT: editReason, DELETE: unlockRecord },
};
