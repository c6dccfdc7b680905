import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrmErrorKind, Result } from '../../src/crm/errors';
import { lockPath, recordPath } from '../../src/crm/paths';
import { readAccess } from '../../src/crm/read-access';
import { readLock, readLockById } from '../../src/crm/read-lock';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';
import { changeLockReason, lockRecord, unlockRecord } from '../../src/crm/write-lock';

const record = { module: 'Deals', id: '5843104000001068086' };
const LOCK = '5843104000001068094';
const PATH = `/crm/v8/Deals/${record.id}/Locking_Information__s`;

/** A CRM that gives these replies in order and notes what it was asked. */
function scripted(...replies: readonly CrmReply[]) {
  const asked: CrmRequest[] = [];
  const send: Send = async (request) => {
    asked.push(request);
    return replies[asked.length - 1] ?? { lost: 'connection' };
  };
  return { asked, send };
}

const success = (message: string): CrmReply => ({
  status: 200,
  body: { data: [{ code: 'SUCCESS', details: { id: LOCK }, message, status: 'success' }] },
});

describe('requests', () => {
  it('lock, change the reason and unlock as Zoho documents them', async () => {
    const { asked, send } = scripted(
      success('record added'),
      success('relation updated'),
      success('removed'),
    );
    await lockRecord(send, record, 'last round of negotiations');
    await changeLockReason(send, record, LOCK, 'awaiting final approval');
    await unlockRecord(send, record, LOCK);
    expect(asked).toEqual([
      { method: 'POST', path: PATH, body: { data: [{ Locked_Reason__s: 'last round of negotiations' }] } },
      {
        method: 'PUT',
        path: `${PATH}/${LOCK}`,
        body: { data: [{ Locked_Reason__s: 'awaiting final approval' }] },
      },
      { method: 'DELETE', path: `${PATH}/${LOCK}` },
    ]);
  });

  it('name the fields when a lock is read, as Zoho demands without a lock id', async () => {
    const { asked, send } = scripted({ status: 204, body: undefined });
    await readLock(send, record);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'GET', path: PATH });
    expect(asked[0]?.query?.fields?.split(',')).toEqual([
      'Locked_For__s',
      'Locked_Reason__s',
      'Lock_Source__s',
      'Locked_Time__s',
      'Locked_By__s',
      'Record_Locking_Rule_Id__s',
      'Record_Locking_Configuration_Id__s',
    ]);
  });
});

describe.each<[what: string, write: (send: Send) => Promise<Result<unknown>>]>([
  ['locking', (send) => lockRecord(send, record, 'A reason')],
  ['changing a reason', (send) => changeLockReason(send, record, LOCK, 'A reason')],
  ['unlocking', (send) => unlockRecord(send, record, LOCK)],
])('%s', (_what, write) => {
  it('is done when Zoho says so, and tells the id of the lock', async () => {
    expect(await write(scripted(success('done')).send)).toMatchObject({ ok: true, value: { id: LOCK } });
  });

  it.each<[string, CrmReply, CrmErrorKind]>([
    ['refused', { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } }, 'noPermission'],
    [
      'refused behind a successful status',
      { status: 200, body: { data: [{ code: 'RECORD_LOCKED', status: 'error' }] } },
      'recordLocked',
    ],
    ['lost', { lost: 'timeout' }, 'timeout'],
    ['answered by a proxy', { status: 200, body: '<!doctype html>' }, 'unexpected'],
    ['answered with nothing', { status: 204, body: undefined }, 'unexpected'],
    ['a success of something else', { status: 200, body: { users: [{ code: 'SUCCESS' }] } }, 'unexpected'],
    ['answered with another word', { status: 200, body: { data: [{ code: 'SCHEDULED' }] } }, 'unexpected'],
  ])('is not done when it is %s', async (_how, reply, kind) => {
    expect(await write(scripted(reply).send)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('reading a lock', () => {
  const lock = {
    id: LOCK,
    Lock_Source__s: 'Manual',
    Locked_Reason__s: 'Checked by Legal',
    Locked_By__s: { id: '1', name: 'Patricia Boyle' },
    Locked_Time__s: '2023-10-23T17:46:17+05:30',
  };

  it('takes 204 for unlocked, with one call', async () => {
    const { asked, send } = scripted({ status: 204, body: undefined });
    expect(await readLock(send, record)).toEqual({ ok: true, value: null });
    expect(asked).toHaveLength(1);
  });

  it('reads who, why, when and how', async () => {
    const { send } = scripted({ status: 200, body: { data: [lock] } });
    expect(await readLock(send, record)).toEqual({
      ok: true,
      value: {
        id: LOCK,
        source: 'manual',
        reason: 'Checked by Legal',
        lockedBy: { id: '1', name: 'Patricia Boyle' },
        lockedAt: '2023-10-23T17:46:17+05:30',
        ruleId: null,
        configurationId: null,
      },
    });
  });

  it('reads the lock of a rule, which nobody set', async () => {
    const automatic = {
      id: LOCK,
      Lock_Source__s: 'Automatic',
      Locked_Reason__s: null,
      Locked_By__s: null,
      Record_Locking_Configuration_Id__s: '5843104000001068044',
      Record_Locking_Rule_Id__s: '5843104000001068069',
    };
    const { send } = scripted({ status: 200, body: { data: [automatic] } });
    expect(await readLock(send, record)).toEqual({
      ok: true,
      value: {
        id: LOCK,
        source: 'automatic',
        reason: null,
        lockedBy: null,
        lockedAt: null,
        ruleId: '5843104000001068069',
        configurationId: '5843104000001068044',
      },
    });
  });

  it('knows a lock that was set by hand and by a rule', async () => {
    const { send } = scripted({ status: 200, body: { data: [{ ...lock, Lock_Source__s: 'Both' }] } });
    expect(await readLock(send, record)).toMatchObject({ ok: true, value: { source: 'both' } });
  });

  it('keeps who set it when the name is not told', async () => {
    const { send } = scripted({ status: 200, body: { data: [{ ...lock, Locked_By__s: { id: '1' } }] } });
    expect(await readLock(send, record)).toMatchObject({
      ok: true,
      value: { lockedBy: { id: '1', name: '' } },
    });
  });

  it.each<[string, CrmReply, CrmErrorKind]>([
    ['refused', { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } }, 'noPermission'],
    [
      'refused behind a successful status',
      { status: 200, body: { data: [{ code: 'NO_PERMISSION', status: 'error' }] } },
      'noPermission',
    ],
    [
      'of a record that is gone',
      { status: 400, body: { code: 'INVALID_DATA', details: { resource_path_index: 1 } } },
      'notFound',
    ],
    ['lost', { lost: 'offline' }, 'offline'],
  ])('fails when it is %s', async (_how, reply, kind) => {
    const { asked, send } = scripted(reply);
    expect(await readLock(send, record)).toMatchObject({ ok: false, error: { kind } });
    expect(asked).toHaveLength(1);
  });

  it('keeps a source that is not known yet apart', async () => {
    const { send } = scripted({ status: 200, body: { data: [{ ...lock, Lock_Source__s: 'Scheduled' }] } });
    expect(await readLock(send, record)).toMatchObject({ ok: true, value: { source: 'unknown' } });
  });

  it.each<[string, unknown]>([
    ['no body', undefined],
    ['an empty text', ''],
    ['an empty list', { data: [] }],
  ])('believes the record, not %s without 204', async (_name, body) => {
    const empty = { status: 200, body };
    const unlocked = scripted(empty, { status: 200, body: { data: [{ Locked__s: false }] } });
    expect(await readLock(unlocked.send, record)).toEqual({ ok: true, value: null });
    expect(unlocked.asked[1]?.path).toBe(`/crm/v8/Deals/${record.id}`);
    const locked = scripted(empty, { status: 200, body: { data: [{ Locked__s: true }] } });
    expect(await readLock(locked.send, record)).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    const silent = scripted(empty, { status: 200, body: { data: [{}] } });
    expect(await readLock(silent.send, record)).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    const lost = scripted(empty, { lost: 'timeout' });
    expect(await readLock(lost.send, record)).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  });

  it.each([{}, { resource_path_index: 2 }])('tells a module without locks, details %j', async (details) => {
    const body = { code: 'INVALID_DATA', message: 'relation not found', details, status: 'error' };
    const { send } = scripted({ status: 400, body });
    expect(await readLock(send, record)).toMatchObject({ ok: false, error: { kind: 'notSupported' } });
  });

  it.each<[string, unknown]>([
    ['a page of a proxy', '<!doctype html><h1>Be right back</h1>'],
    ['half a reply', '{"data":[{"id":"58431'],
    ['a lock without an id', { data: [{ ...lock, id: null }] }],
    ['a lock whose id is a path', { data: [{ ...lock, id: '../../users' }] }],
    ['a lock whose id is longer than any', { data: [{ ...lock, id: '7'.repeat(201) }] }],
    ['something else', { data: 'none' }],
  ])('takes %s for neither locked nor unlocked', async (_name, body) => {
    const { asked, send } = scripted({ status: 200, body });
    expect(await readLock(send, record)).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
    expect(asked).toHaveLength(1);
  });
});

describe('reading a lock by its id', () => {
  const lock = { id: LOCK, Lock_Source__s: 'Manual', Locked_Reason__s: 'As stored' };
  const found: CrmReply = { status: 200, body: { data: [lock] } };
  const gone: CrmReply = {
    status: 400,
    body: { code: 'INVALID_DATA', details: { resource_path_index: 3 }, message: 'the id', status: 'error' },
  };

  it('takes one call to the address of the lock, without naming fields', async () => {
    const { asked, send } = scripted(found);
    expect(await readLockById(send, record, LOCK)).toMatchObject({
      ok: true,
      value: { reason: 'As stored' },
    });
    expect(asked).toEqual([{ method: 'GET', path: `${PATH}/${LOCK}` }]);
  });

  it.each<[string, CrmReply]>([
    ['is not found', gone],
    ['is none', { status: 204, body: undefined }],
    ['is not in the reply', { status: 200, body: '' }],
  ])('that %s, looks for another lock of the record', async (_how, reply) => {
    const other = scripted(reply, { status: 200, body: { data: [{ ...lock, id: '7' }] } });
    expect(await readLockById(other.send, record, LOCK)).toMatchObject({ ok: true, value: { id: '7' } });
    expect(other.asked.map(({ path }) => path)).toEqual([`${PATH}/${LOCK}`, PATH]);
    const none = scripted(reply, { status: 204, body: undefined });
    expect(await readLockById(none.send, record, LOCK)).toEqual({ ok: true, value: null });
  });

  it.each<[CrmReply, CrmErrorKind]>([
    [{ lost: 'timeout' }, 'timeout'],
    [{ status: 403, body: { code: 'NO_PERMISSION', status: 'error' } }, 'noPermission'],
    [{ status: 200, body: { data: [{ id: 'not an id' }] } }, 'unexpected'],
    [{ status: 200, body: '<!doctype html>' }, 'unexpected'],
  ])('does not look further after %j', async (reply, kind) => {
    const { asked, send } = scripted(reply);
    expect(await readLockById(send, record, LOCK)).toMatchObject({ ok: false, error: { kind } });
    expect(asked).toHaveLength(1);
  });
});

describe('reading what the record says of its lock', () => {
  it('keeps yes, no and not told apart', async () => {
    const row = { id: record.id, Locked__s: true, $locked_for_me: false, $editable: 'perhaps' };
    const { asked, send } = scripted({ status: 200, body: { data: [row] } });
    expect(await readAccess(send, record)).toEqual({
      ok: true,
      value: { locked: true, lockedForMe: false, editable: null },
    });
    expect(asked).toEqual([{ method: 'GET', path: `/crm/v8/Deals/${record.id}` }]);
  });

  it.each<[string, CrmReply, CrmErrorKind]>([
    [
      'is refused',
      { status: 200, body: { data: [{ code: 'NO_PERMISSION', status: 'error' }] } },
      'noPermission',
    ],
    ['finds nothing', { status: 204, body: undefined }, 'notFound'],
    ['brings no record', { status: 200, body: '<html>' }, 'unexpected'],
  ])('fails when it %s', async (_how, reply, kind) => {
    expect(await readAccess(scripted(reply).send, record)).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('paths', () => {
  it('hold every value in a segment of its own, or are not made at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (module, id, lock) => {
        let path = '';
        try {
          path = lockPath({ module, id }, lock);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(path.split('/')).toEqual(['', 'crm', 'v8', module, id, 'Locking_Information__s', lock]);
        expect(new URL(path, 'https://crm.example').pathname).toBe(path);
      }),
    );
  });

  it.each([
    '',
    '..',
    'Deals/1',
    'Deals?x=1',
    'Deals#',
    'Deals\n',
    '%2e%2e',
    'Deals;',
    'Ärger',
    'D'.repeat(201),
  ])('refuse the module %j without repeating it', (module) => {
    expect(() => recordPath({ module, id: '1' })).toThrow(RangeError);
    expect(() => recordPath({ module, id: '1' })).toThrow('Module is not a word');
  });

  it('refuse a hostile id by its role', () => {
    expect(() => recordPath({ module: 'Deals', id: '1/..' })).toThrow('Record id is not a word');
    expect(() => lockPath(record, '1/..')).toThrow('Lock id is not a word');
  });
});
