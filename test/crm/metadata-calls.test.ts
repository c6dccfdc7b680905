/** What lists are asked for, and what of each row is shown. */
import { describe, expect, it } from 'vitest';
import type { Named } from '../../src/base/named';
import type { Result } from '../../src/crm/errors';
import { readList } from '../../src/crm/read-list';
import {
  readButtons,
  readGroups,
  readProfiles,
  readRoles,
  readUsers,
  searchRecords,
} from '../../src/crm/read-metadata';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';

/** A CRM that gives these replies in order and notes what it was asked. */
function scripted(...replies: readonly CrmReply[]) {
  const asked: CrmRequest[] = [];
  const send: Send = async (request) => {
    asked.push(request);
    return replies[asked.length - 1] ?? { lost: 'connection' };
  };
  return { asked, send };
}

type Read = (send: Send) => Promise<Result<readonly Named[]>>;
const of = (key: string, ...rows: readonly unknown[]): CrmReply => ({ status: 200, body: { [key]: rows } });
const users = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: String(from + at), full_name: `User ${from + at}` }));

describe('a list is asked for as Zoho documents it', () => {
  it.each<[string, Read, Omit<CrmRequest, 'method'>]>([
    ['profiles', readProfiles, { path: '/crm/v8/settings/profiles' }],
    ['roles', readRoles, { path: '/crm/v8/settings/roles' }],
    ['user_groups', readGroups, { path: '/crm/v8/settings/user_groups' }],
    [
      'custom_buttons',
      (send) => readButtons(send, 'Deals'),
      { path: '/crm/v8/settings/custom_buttons', query: { module: 'Deals' } },
    ],
    [
      'users',
      readUsers,
      { path: '/crm/v8/users', query: { type: 'ActiveUsers', page: '1', per_page: '200' } },
    ],
    [
      'data',
      (send) => searchRecords(send, 'Deals', 'press'),
      { path: '/crm/v8/Deals/search', query: { word: 'press', per_page: '20' } },
    ],
  ])('%s', async (key, read, request) => {
    const { asked, send } = scripted(of(key, { id: '1', name: 'One', Name: 'One' }));
    expect(await read(send)).toEqual({ ok: true, value: [{ id: '1', name: 'One' }] });
    expect(asked).toEqual([{ method: 'GET', ...request }]);
  });
});

describe('a row is called', () => {
  const NAMES: readonly [string, string, Read][] = [
    ['profiles', 'display_label, name', readProfiles],
    ['roles', 'display_label, name', readRoles],
    ['user_groups', 'name', readGroups],
    ['custom_buttons', 'name, display_label, api_name', (send) => readButtons(send, 'Deals')],
    ['users', 'full_name, name, last_name, email', readUsers],
    ['data', 'Full_Name, Name, Subject, Last_Name', (send) => searchRecords(send, 'Leads', 'word')],
  ];

  it.each(NAMES)('in %s by the first that is told of %s, else by its id', async (key, names, read) => {
    const keys = names.split(', ');
    // Each row lacks one name more than the row before; the last has none.
    const rows = [...keys, ''].map((_, missing) => ({
      id: String(missing),
      ...Object.fromEntries(keys.map((name, at) => [name, at < missing ? '' : name])),
    }));
    const answer = await read(scripted(of(key, ...rows)).send);
    expect(answer.ok && answer.value.map(({ name }) => name)).toEqual([...keys, String(keys.length)]);
  });

  it.each([
    ['Deals', { Account_Name: 'Acme', Deal_Stage: 'Won', Deal_Name: 'Press' }, 'Press'],
    ['Price_Books', { Vendor_Name: 'Acme', Name: 'x', Price_Book_Name: 'Retail' }, 'Retail'],
    ['Visits', { Status: 'Open', Trip_Name: 'Harbour' }, 'Harbour'],
    ['Visits', { Status: 'Open', Trip_Name: 'Harbour', Subject: 'Crane' }, 'Crane'],
    ['Visits', { Status: 'Open', Trip_Name: { id: '2', name: 'Harbour' } }, '1'],
  ])('in %s with %j %s', async (module, row, name) => {
    const { send } = scripted(of('data', { id: '1', ...row }));
    expect(await searchRecords(send, module, 'word')).toEqual({ ok: true, value: [{ id: '1', name }] });
  });
});

describe('users', () => {
  it('are read page after page until one is not full', async () => {
    const { asked, send } = scripted(of('users', ...users(1, 200)), of('users', ...users(201, 3)));
    const answer = await readUsers(send);
    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual(users(1, 203).map(({ id }) => id));
    expect(asked.map(({ query }) => query?.page)).toEqual(['1', '2']);
  });

  it('are read on when a full page holds one that is passed over', async () => {
    const { send } = scripted(
      of('users', ...users(1, 199), { full_name: 'No id' }),
      of('users', ...users(200, 1)),
    );
    const answer = await readUsers(send);
    expect(answer.ok && answer.value).toHaveLength(200);
  });

  it('are read with ten calls at most', async () => {
    const { asked, send } = scripted(...Array.from({ length: 20 }, () => of('users', ...users(1, 200))));
    const answer = await readUsers(send);
    expect(answer.ok && answer.value).toHaveLength(2000);
    expect(asked).toHaveLength(10);
  });

  it('are not read by halves: a page that fails is an error', async () => {
    const { asked, send } = scripted(of('users', ...users(1, 200)), { lost: 'timeout' });
    expect(await readUsers(send)).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    expect(asked).toHaveLength(2);
  });
});

it('a list without content is empty', async () => {
  const { send } = scripted({ status: 204, body: undefined });
  expect(await readList(send, { path: '/crm/v8/settings/roles' }, 'roles')).toEqual({ ok: true, value: [] });
});
