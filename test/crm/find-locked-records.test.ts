import { describe, expect, it } from 'vitest';
import type { LockedPage } from '../../src/crm/find-locked-records';
import { findLockedRecords, findMoreLocked } from '../../src/crm/find-locked-ways';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';

const refusal = (code: string, status = 400): CrmReply => ({ status, body: { code, status: 'error' } });
const NO_QUERY = refusal('INVALID_QUERY');
const rows = (ids: readonly string[], more: boolean, info: object = {}): CrmReply => ({
  status: 200,
  body: {
    data: ids.map((id) => ({ id, Deal_Name: `Deal ${id}`, Locked__s: true, $locked_for_me: true })),
    info: { more_records: more, ...info },
  },
});
const views = (...names: string[]): CrmReply => ({
  status: 200,
  body: { custom_views: names.map((system_name, i) => ({ id: `${90 + i}`, system_name })) },
});

function scripted(...replies: readonly CrmReply[]) {
  const asked: CrmRequest[] = [];
  const send: Send = async (request) => {
    asked.push(request);
    return replies[asked.length - 1] ?? { lost: 'connection' };
  };
  const paths = () => asked.map(({ method, path }) => `${method} ${path.slice(8)}`);
  return { asked, send, paths };
}

async function pageOf(found: ReturnType<typeof findLockedRecords>): Promise<LockedPage> {
  const answer = await found;
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

describe('finding the locked records of a module', () => {
  it('takes one query for up to 2,000 of them', async () => {
    const { asked, send } = scripted(rows(['1', '2'], false));
    const page = await pageOf(findLockedRecords(send, 'Deals'));
    expect(asked.map(({ body }) => body)).toEqual([
      { select_query: 'select id, Deal_Name from Deals where Locked__s = true limit 2000' },
    ]);
    expect(page).toMatchObject({ way: 'query', next: null, cutOff: false });
    expect(page.records).toMatchObject([
      { id: '1', name: 'Deal 1', locked: true },
      { id: '2', name: 'Deal 2', locked: true },
    ]);
  });

  it('goes on beyond the last id', async () => {
    const { asked, send } = scripted(rows(['1', '2'], true), rows(['3'], false));
    const { next } = await pageOf(findLockedRecords(send, 'Deals'));
    expect(next && (await pageOf(findMoreLocked(send, 'Deals', next)))).toMatchObject({ next: null });
    expect(asked[1]?.body).toEqual({
      select_query: "select id, Deal_Name from Deals where (Locked__s = true and id > '2') limit 2000",
    });
  });

  it('takes 204 for none', async () => {
    const { send } = scripted({ status: 204, body: undefined });
    expect(await pageOf(findLockedRecords(send, 'Deals'))).toMatchObject({ records: [], next: null });
  });

  it('takes the system view where the query is refused, whatever people call it', async () => {
    const { send, paths, asked } = scripted(
      NO_QUERY,
      views('ALLVIEWS', 'ALLLOCKEDDEALS'),
      rows(['1'], false),
    );
    expect(await pageOf(findLockedRecords(send, 'Deals'))).toMatchObject({ way: 'view', cutOff: false });
    expect(paths()).toEqual(['POST coql', 'GET settings/custom_views', 'GET Deals']);
    expect(asked[2]?.query).toEqual({
      cvid: '91',
      fields: 'Deal_Name,Locked__s',
      per_page: '200',
      page: '1',
    });
  });

  it.each<[string, CrmReply]>([
    ['there is no such view', views('ALLVIEWS')],
    ['views are refused', refusal('NO_PERMISSION', 403)],
  ])('takes the search where %s', async (_, answer) => {
    const { send, paths, asked } = scripted(NO_QUERY, answer, rows(['1'], true));
    const page = await pageOf(findLockedRecords(send, 'Deals'));
    expect(page).toMatchObject({ way: 'search', next: { way: 'search', page: 2 } });
    expect(paths()).toEqual(['POST coql', 'GET settings/custom_views', 'GET Deals/search']);
    expect(asked[2]?.query?.criteria).toBe('(Locked__s:equals:true)');
  });

  it('begins with the way that is known to answer', async () => {
    const { send, paths } = scripted(rows(['1'], false));
    await findLockedRecords(send, 'Deals', 'search');
    expect(paths()).toEqual(['GET Deals/search']);
  });

  it.each<[string, CrmReply, string]>([
    ['the connection is lost', { lost: 'connection' }, 'connection'],
    ['the CRM has a problem of its own', refusal('INTERNAL_ERROR', 500), 'server'],
    ['the reply cannot be read', { status: 200, body: '<html>' }, 'unexpected'],
    ['the CRM takes no more calls', refusal('TOO_MANY_REQUESTS', 429), 'rateLimited'],
    ['nobody is signed in', refusal('INVALID_TOKEN', 401), 'unauthorised'],
  ])('tries no other way when %s', async (_, answer, kind) => {
    const { send, asked } = scripted(answer);
    expect(await findLockedRecords(send, 'Deals')).toMatchObject({ ok: false, error: { kind } });
    expect(asked).toHaveLength(1);
  });

  it('fails with the last refusal where every way is refused', async () => {
    const { send } = scripted(NO_QUERY, refusal('INVALID_MODULE'), refusal('NO_PERMISSION', 403));
    expect(await findLockedRecords(send, 'Deals')).toMatchObject({
      ok: false,
      error: { kind: 'noPermission' },
    });
  });

  it('leaves out what a list calls unlocked', async () => {
    const mixed = { status: 200, body: { data: [{ id: '1', Locked__s: false }, { id: '2' }], info: {} } };
    const { send } = scripted(mixed);
    const { records } = await pageOf(findLockedRecords(send, 'Deals', 'search'));
    expect(records.map(({ id }) => id)).toEqual(['2']);
  });

  it('goes beyond 2,000 rows of a view by its token, and says so where there is none', async () => {
    const tenth = { way: 'view', view: '91', page: 10, token: null } as const;
    const { send, asked } = scripted(
      rows(['1'], true, { next_page_token: 'abc' }),
      rows(['2'], true, { next_page_token: 'def' }),
    );
    const { next } = await pageOf(findMoreLocked(send, 'Deals', tenth));
    expect(next).toEqual({ way: 'view', view: '91', page: 11, token: 'abc' });
    const following = next && (await pageOf(findMoreLocked(send, 'Deals', next)));
    expect(asked[1]?.query).toMatchObject({ cvid: '91', page_token: 'abc' });
    expect(asked[1]?.query).not.toHaveProperty('page');
    expect(following?.next).toMatchObject({ token: 'def' });
    const cut = await pageOf(findMoreLocked(scripted(rows(['1'], true)).send, 'Deals', tenth));
    expect(cut).toMatchObject({ next: null, cutOff: true });
  });

  it('says where the search ends before the records do', async () => {
    const last = await pageOf(
      findMoreLocked(scripted(rows(['1'], true)).send, 'Deals', { way: 'search', page: 10 }),
    );
    expect(last).toMatchObject({ next: null, cutOff: true });
  });
});
