import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/crm/read-records';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';

const answering =
  (reply: CrmReply, seen: CrmRequest[] = []): Send =>
  async (request) => {
    seen.push(request);
    return reply;
  };

describe('reading records by their ids', () => {
  it('asks for all of them at once, by the name field of the module', async () => {
    const seen: CrmRequest[] = [];
    await readRecords(answering({ status: 204, body: undefined }, seen), 'Deals', ['1', '2']);
    await readRecords(answering({ status: 204, body: undefined }, seen), 'Site_Visits', ['3']);
    expect(seen).toEqual([
      { method: 'GET', path: '/crm/v8/Deals', query: { ids: '1,2', fields: 'Deal_Name,Locked__s' } },
      { method: 'GET', path: '/crm/v8/Site_Visits', query: { ids: '3', fields: 'Name,Locked__s' } },
    ]);
  });

  it('tells name and flags by id, and leaves out what is not there', async () => {
    const data = [
      { id: '2', Deal_Name: 'Harbour', Locked__s: true, $locked_for_me: false },
      { id: '1', Deal_Name: null, Locked__s: 'yes' },
    ];
    const found = await readRecords(answering({ status: 200, body: { data } }), 'Deals', ['1', '2', '3']);
    expect(found.ok && [...found.value.values()]).toEqual([
      { id: '2', name: 'Harbour', locked: true, lockedForMe: false },
      { id: '1', name: '', locked: null, lockedForMe: null },
    ]);
  });

  it('does not take a refusal or a broken reply for records that are gone', async () => {
    for (const [reply, kind] of [
      [{ status: 400, body: { code: 'INVALID_DATA', status: 'error' } }, 'invalid'],
      [{ status: 200, body: '<html>' }, 'unexpected'],
      [{ lost: 'timeout' }, 'timeout'],
    ] as const)
      expect(await readRecords(answering(reply), 'Deals', ['1'])).toMatchObject({
        ok: false,
        error: { kind },
      });
  });
});
