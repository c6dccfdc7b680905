import { describe, expect, it } from 'vitest';
import { readLocksTogether } from '../../src/crm/read-locks';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';

const answering =
  (reply: CrmReply, seen: CrmRequest[] = []): Send =>
  async (request) => {
    seen.push(request);
    return reply;
  };
const part = (status_code: unknown, body: unknown) => ({
  code: 'SUCCESS',
  status: 'success',
  message: 'composite sub request executed successfully',
  details: { response: { headers: {}, status_code, body } },
});
const lock = (id: string) => ({ data: [{ id, Lock_Source__s: 'Manual', Locked_Reason__s: 'Audit' }] });
const reply = (...parts: unknown[]): CrmReply => ({ status: 207, body: { __composite_requests: parts } });

describe('reading several locks in one call', () => {
  it('asks for each as a single read would', async () => {
    const seen: CrmRequest[] = [];
    await readLocksTogether(answering({ lost: 'timeout' }, seen), 'Deals', ['1', '2']);
    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: '/crm/v8/__composite_requests',
        body: {
          rollback_on_fail: false,
          parallel_execution: true,
          __composite_requests: [
            { sub_request_id: 'r0', method: 'GET', uri: '/crm/v8/Deals/1/Locking_Information__s' },
            { sub_request_id: 'r1', method: 'GET', uri: '/crm/v8/Deals/2/Locking_Information__s' },
          ],
        },
      },
    ]);
  });

  it('tells each record by itself: locked, unlocked by 204, refused', async () => {
    const refused = { code: 'INVALID_DATA', status: 'error', details: { resource_path_index: 1 } };
    const found = await readLocksTogether(
      answering(reply(part(200, lock('7')), part(204, {}), part('204', null), part(400, refused))),
      'Deals',
      ['1', '2', '3', '4'],
    );
    expect(found.ok && Object.fromEntries(found.value)).toMatchObject({
      1: { ok: true, value: { id: '7', reason: 'Audit' } },
      2: { ok: true, value: null },
      3: { ok: true, value: null },
      4: { ok: false, error: { kind: 'notFound' } },
    });
  });

  it('leaves out what a part does not tell for sure', async () => {
    const broken = [
      part(200, {}),
      part(200, null),
      { code: 'INVALID_DATA', status: 'error', details: {} },
      null,
      part('ok', lock('7')),
    ];
    const found = await readLocksTogether(answering(reply(...broken)), 'Deals', ['1', '2', '3', '4', '5']);
    expect(found.ok && [...found.value.keys()]).toEqual([]);
  });

  it.each<[string, CrmReply, string]>([
    ['is refused', { status: 403, body: { code: 'OAUTH_SCOPE_MISMATCH', status: 'error' } }, 'unauthorised'],
    ['is not there', { status: 404, body: { code: 'INVALID_URL_PATTERN', status: 'error' } }, 'invalid'],
    ['has another number of parts', reply(part(204, {})), 'unexpected'],
    ['is a page', { status: 200, body: '<html>' }, 'unexpected'],
    ['is lost', { lost: 'connection' }, 'connection'],
  ])('fails as a whole when the reply %s', async (_, answer, kind) => {
    expect(await readLocksTogether(answering(answer), 'Deals', ['1', '2'])).toMatchObject({
      ok: false,
      error: { kind },
    });
  });
});
