import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CrmErrorKind, errorOf } from '../../src/crm/errors';
import { readAccess } from '../../src/crm/read-access';
import { readConfiguration } from '../../src/crm/read-configuration';
import { readLock, readLockById } from '../../src/crm/read-lock';
import type { CrmReply } from '../../src/crm/transport';
import { changeLockReason, lockRecord, unlockRecord } from '../../src/crm/write-lock';

const refusal = (code: string, message = '', details: object = {}) => ({
  code,
  message,
  details,
  status: 'error',
});

const KINDS: readonly CrmErrorKind[] = [
  'offline',
  'timeout',
  'connection',
  'rateLimited',
  'unauthorised',
  'noPermission',
  'notSupported',
  'edition',
  'notConfigured',
  'automaticOnly',
  'automaticLock',
  'alreadyLocked',
  'notFound',
  'recordLocked',
  'otherProcess',
  'refused',
  'invalid',
  'server',
  'unexpected',
];

describe('what a reply means', () => {
  const NOT_PRESENT = 'Required Record Locking Configuration is not present';
  const AUTOMATIC_ONLY = 'record cannot be locked, only automatic locking is configured';
  const AUTOMATIC = 'Automatically locked records can not be unlocked manually';

  it.each<[CrmErrorKind, number, object]>([
    ['rateLimited', 429, refusal('TOO_MANY_REQUESTS')],
    ['rateLimited', 429, {}],
    ['unauthorised', 401, refusal('INVALID_TOKEN')],
    ['unauthorised', 401, refusal('AUTHENTICATION_FAILURE')],
    ['unauthorised', 401, refusal('OAUTH_SCOPE_MISMATCH')],
    ['unauthorised', 401, {}],
    ['noPermission', 403, refusal('NO_PERMISSION', 'permission denied', { permissions: [] })],
    ['notSupported', 400, refusal('NOT_SUPPORTED')],
    ['notSupported', 400, refusal('INVALID_MODULE', '', { resource_path_index: 0 })],
    ['notFound', 400, refusal('INVALID_DATA', 'relation not found')],
    ['notFound', 400, refusal('INVALID_DATA', 'relation not found', { resource_path_index: 2 })],
    ['edition', 403, refusal('FEATURE_NOT_SUPPORTED')],
    ['notConfigured', 403, refusal('NOT_ALLOWED', NOT_PRESENT, { resource_path_index: 2 })],
    ['automaticOnly', 403, refusal('NOT_ALLOWED', AUTOMATIC_ONLY, { resource_path_index: 1 })],
    ['automaticLock', 403, refusal('NOT_ALLOWED', AUTOMATIC, { resource_path_index: 1 })],
    ['alreadyLocked', 400, refusal('NOT_ALLOWED', 'record is already locked', { resource_path_index: 1 })],
    ['refused', 403, refusal('NOT_ALLOWED', 'for another reason')],
    ['notFound', 400, refusal('INVALID_DATA', 'the id given seems invalid', { resource_path_index: 1 })],
    ['notFound', 400, refusal('INVALID_DATA', 'the id given seems invalid', { resource_path_index: 3 })],
    ['invalid', 400, refusal('INVALID_DATA', 'invalid data', { api_name: 'Locked_Reason__s' })],
    ['invalid', 400, refusal('LIMIT_EXCEEDED')],
    ['invalid', 400, refusal('MANDATORY_NOT_FOUND')],
    ['recordLocked', 400, refusal('RECORD_LOCKED', '', { action: 'record_locking' })],
    ['recordLocked', 400, refusal('RECORD_LOCKED', 'record is locked', { id: '42' })],
    ['otherProcess', 400, refusal('RECORD_LOCKED', '', { action: 'approval' })],
    ['server', 500, refusal('INTERNAL_ERROR')],
    ['server', 400, refusal('INTERNAL_ERROR')],
    ['server', 503, {}],
    ['unexpected', 404, {}],
    // What is no success is none, however odd the status.
    ['unexpected', 0, {}],
    ['unexpected', 199, {}],
    ['unexpected', 300, {}],
  ])('%s: status %i and %j, flat or in a list', (kind, status, body) => {
    for (const reply of [body, { data: [body] }])
      expect(errorOf({ status, body: reply }, 'data')).toMatchObject({ kind, status });
  });

  it('takes a field of a record that is called code for what it is', () => {
    expect(errorOf({ status: 200, body: { data: [{ id: '1', code: 'A-17' }] } }, 'data')).toBeNull();
  });

  it('finds a refusal behind a successful status', () => {
    const body = { data: [refusal('NO_PERMISSION', 'denied')] };
    expect(errorOf({ status: 200, body }, 'data')).toMatchObject({ kind: 'noPermission', message: 'denied' });
  });

  it('is none where Zoho says so, or says nothing', () => {
    expect(errorOf({ status: 201, body: { data: [{ code: 'SUCCESS' }] } }, 'data')).toBeNull();
    expect(errorOf({ status: 204, body: undefined }, 'data')).toBeNull();
  });

  it.each([
    [200, '<!DOCTYPE html><title>Zoho Accounts</title><form action="https://accounts.zoho.com/signin">'],
    [200, '\n<html lang="de"><form><input name=pw type="password"></form></html>'],
    [401, '<h1>Log in</h1>'],
  ])('is a session that has ended where a page to sign in comes: %i %s', (status, body) => {
    expect(errorOf({ status, body }, 'data')).toMatchObject({ kind: 'unauthorised', certain: false, status });
  });

  it.each(['<h1>We will be right back</h1>', 'sign in', '{"data":[{"name":"Sign in"'])(
    'is no ended session where something else comes: %s',
    (body) => {
      expect(errorOf({ status: 502, body }, 'data')?.kind).toBe('server');
      expect(errorOf({ status: 200, body }, 'data')).toBeNull();
    },
  );

  it.each(['offline', 'timeout', 'connection'] as const)('%s is no proof that nothing happened', (lost) => {
    expect(errorOf({ lost }, 'data')).toMatchObject({ kind: lost, certain: false });
  });

  it('keeps why nothing came, for people', () => {
    expect(errorOf({ lost: 'connection', detail: 'Failed to fetch' }, 'data')).toEqual({
      kind: 'connection',
      certain: false,
      message: 'Failed to fetch',
    });
    expect(errorOf({ lost: 'timeout' }, 'data')).toEqual({ kind: 'timeout', certain: false });
  });

  it('says no code and no text that Zoho did not', () => {
    expect(errorOf({ status: 404, body: '<h1>Not here</h1>' }, 'data')).toEqual({
      kind: 'unexpected',
      certain: false,
      status: 404,
      message: '',
      details: {},
    });
  });

  it('is certain about a refusal and about nothing else', () => {
    expect(errorOf({ status: 403, body: refusal('NO_PERMISSION') }, 'data')?.certain).toBe(true);
    expect(errorOf({ status: 500, body: refusal('NO_PERMISSION') }, 'data')?.certain).toBe(false);
    expect(errorOf({ status: 502, body: '<h1>Bad gateway</h1>' }, 'data')?.certain).toBe(false);
    expect(errorOf({ status: 404, body: '<h1>Not here</h1>' }, 'data')?.certain).toBe(false);
  });
});

/** Anything that could come over the wire, rich in the keys and words that the readers look for. */
const anyReply = (): fc.Arbitrary<CrmReply> => {
  const word = fc.constantFrom(
    ...['code', 'message', 'details', 'data', 'status', 'id', 'Lock_Source__s', 'Locked_By__s', 'Locked__s'],
    ...['Locked_Reason__s', 'record_locking_configurations', '__proto__', 'constructor', 'toString'],
    ...['SUCCESS', 'NOT_ALLOWED', 'INVALID_DATA', 'Manual', 'resource_path_index', '5843104000001072001'],
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(word, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(word, fc.string()), tie('tree'), { maxKeys: 6 }),
    ),
  }));
  const row = fc.dictionary(word, fc.oneof(word, tree), { maxKeys: 8 });
  const listed = fc.record({ data: fc.tuple(row), record_locking_configurations: fc.tuple(row) });
  const status = fc.oneof(fc.constantFrom(200, 201, 204, 400, 403, 500), fc.integer({ min: 0, max: 700 }));
  return fc.oneof(
    fc.record({ status, body: fc.oneof(tree, row, listed) }),
    fc.record({ lost: fc.constantFrom('offline' as const, 'timeout' as const, 'connection' as const) }),
  );
};

describe('any reply at all', () => {
  const record = { module: 'Deals', id: '5843104000001068077' };

  it('becomes a result whose error is one we have words for', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply(), async (reply) => {
        const send = async () => reply;
        const results = await Promise.all([
          readLock(send, record),
          readAccess(send, record),
          readConfiguration(send, 'Deals'),
          lockRecord(send, record, 'A reason'),
          changeLockReason(send, record, '42', 'A reason'),
          unlockRecord(send, record, '42'),
          readLockById(send, record, '42'),
        ]);
        for (const result of results)
          if (!result.ok) {
            expect(KINDS).toContain(result.error.kind);
            expect(typeof result.error.certain).toBe('boolean');
          }
      }),
      { numRuns: 500 },
    );
  });

  it('makes a lock only of parts that can be shown and sent back', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply(), async (reply) => {
        const answer = await readLock(async () => reply, record);
        if (!answer.ok || !answer.value) return;
        const { id, source, reason, lockedBy, ruleId } = answer.value;
        expect(id).toMatch(/^\w{1,200}$/);
        expect(['manual', 'automatic', 'both', 'unknown']).toContain(source);
        for (const text of [reason, ruleId]) expect(text === null || typeof text === 'string').toBe(true);
        if (lockedBy) expect([typeof lockedBy.id, typeof lockedBy.name]).toEqual(['string', 'string']);
      }),
      { numRuns: 500 },
    );
  });

  it('never passes for success unless Zoho says SUCCESS', async () => {
    await fc.assert(
      fc.asyncProperty(anyReply(), async (reply) => {
        const answer = await unlockRecord(async () => reply, record, '42');
        if (answer.ok) expect(JSON.stringify(reply)).toContain('"code":"SUCCESS"');
      }),
      { numRuns: 500 },
    );
  });
});
