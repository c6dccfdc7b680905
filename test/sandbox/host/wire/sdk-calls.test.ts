import { beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../api/sandbox';
import { type Fixtures, readFixtures } from '../../fixtures/fixtures';
import { CRM, openWidget, type WidgetGlobals } from '../../sdk/fake-windows';
import { at, shapesOf } from '../shape';
import { DEFAULTS } from '../switches';
import { answer } from './answers';
import type { HostPage } from './host-page';
import { type Activity, createRequests } from './requests';

const FIXTURES: Fixtures = {
  functions: {
    score: { output: { points: 7 } },
    broken: { fails: { code: 'INTERNAL_ERROR', message: 'the function failed' } },
  },
  requests: [
    { method: 'GET', url: 'https://api.example/rates*', body: { eur: 1.1 } },
    { url: 'https://mail.example/send', connection: 'mail', status: 202, body: '' },
  ],
  connectors: { 'acme.books.list': { reply: { books: [] } } },
  variables: { acme__Key: 'secret' },
  fields: { Leads: [{ api_name: 'Colour', type: 'picklist', values: ['Red', 'Blue'] }] },
  modules: [
    {
      api_name: 'Boats',
      plural: 'Boats',
      fields: [
        { api_name: 'Captain', type: 'lookup', to: 'Contacts' },
        { api_name: 'Length', type: 'double' },
      ],
    },
  ],
  records: { Boats: [{ Name: 'Harbour tug', Length: 12.5 }], Leads: [{ Last_Name: 'Fixed', Colour: 'Red' }] },
};

let sandbox: Sandbox;
let made: Activity[];
let api: (name: string, ...given: unknown[]) => Promise<unknown>;

/** A widget in a host page over the sample org, as the sales user. */
beforeEach(async () => {
  sandbox = createSandbox({ fixtures: FIXTURES });
  made = [];
  const requests = createRequests({
    fetch: (path, { credentials: _, ...init }) => {
      const request = new Request(`${CRM}${path}`, init);
      if (!request.headers.has('x-sandbox-user')) request.headers.set('x-sandbox-user', 'sales');
      return sandbox.fetch(request);
    },
    switches: () => DEFAULTS,
    wait: async () => {},
    now: () => 0,
    isLimited: () => false,
    listed: (activity) => made.push(activity),
    faultSpent: () => {},
  });
  const unused = () => {
    throw new Error('the page is not asked');
  };
  const page: HostPage = {
    requests,
    fixtures: FIXTURES,
    pageUrl: () => `${CRM}/crm/tab/Deals/42`,
    mode: () => 'day',
    language: () => 'en_US',
    zdkUrl: () => '',
    windowSize: () => ({ width: 1000, height: 800 }),
    resize: unused,
    open: unused,
    openTab: unused,
    close: unused,
    say: unused,
    ask: unused,
    openPopup: unused,
    responded: unused,
    load: unused,
  };
  const widget: WidgetGlobals = await openWidget({ answer: (event) => answer(event, page) });
  await widget.ZOHO.embeddedApp.init();
  api = (name, ...given) => {
    const [group = '', call = ''] = name.split('.');
    const act = widget.ZOHO.CRM[group]?.[call];
    if (!act) throw new Error(`The SDK has no ${name}`);
    return act(...given);
  };
});

const first = (module: string) => sandbox.org.records(module)[0]?.id ?? '';
const success = { data: [{ code: 'SUCCESS', status: 'success' }] };

describe('the records of a module', () => {
  it('come with all their fields, without any being named, and page by page', async () => {
    const all = await api('API.getAllRecords', { Entity: 'Leads' });
    expect(shapesOf(at(all, 'data'))).toHaveLength(61);
    expect(at(all, 'data')).toHaveProperty('0.Company', expect.any(String));
    const page = await api('API.getAllRecords', {
      Entity: 'Leads',
      page: 2,
      per_page: 25,
      sort_order: 'desc',
    });
    const ids = sandbox.org
      .records('Leads')
      .map(({ id }) => id)
      .sort();
    expect(shapesOf(at(page, 'data')).map(({ id }) => id)).toEqual(ids.reverse().slice(25, 50));
    expect(page).toMatchObject({ info: { page: 2, per_page: 25, count: 25, more_records: true } });
    const beyond = await api('API.getAllRecords', { Entity: 'Leads', page: 9 });
    expect(beyond).toEqual({ status: 204, statusText: 'nocontent' });
  });

  it('are read one by one; a list of ids is no id', async () => {
    const id = first('Leads');
    expect(await api('API.getRecord', { Entity: 'Leads', RecordID: id })).toMatchObject({ data: [{ id }] });
    await expect(api('API.getRecord', { Entity: 'Leads', RecordID: [id] })).rejects.toMatchObject({
      code: 'INVALID_DATA',
      status: 'error',
    });
    await expect(api('API.getRecord', { Entity: 'Leads', RecordID: '1' })).rejects.toMatchObject({
      code: 'INVALID_DATA',
    });
    await expect(api('API.getRecord', { Entity: 'Nowhere', RecordID: id })).rejects.toMatchObject({
      code: 'INVALID_MODULE',
    });
  });

  it('are added, changed and deleted, alone or several at once', async () => {
    const added = await api('API.insertRecord', {
      Entity: 'Leads',
      APIData: { Last_Name: 'Plant Manager', Company: 'Copper Line Energy' },
      Trigger: ['workflow'],
    });
    expect(added).toMatchObject(success);
    const id = String(at(at(shapesOf(at(added, 'data'))[0], 'details'), 'id'));
    expect(sandbox.org.record('Leads', id)).toMatchObject({ Company: 'Copper Line Energy' });
    expect(sandbox.org.record('Leads', id)).not.toHaveProperty('trigger');

    const changed = await api('API.updateRecord', { Entity: 'Leads', APIData: { id, Company: 'Atlas' } });
    expect(changed).toMatchObject(success);
    expect(sandbox.org.record('Leads', id)?.Company).toBe('Atlas');

    const two = await api('API.insertRecord', {
      Entity: 'Leads',
      APIData: [{ Last_Name: 'One', Company: 'A' }, { Company: 'without a last name' }],
    });
    expect(two).toMatchObject({ data: [{ status: 'success' }, { status: 'error' }] });

    expect(await api('API.deleteRecord', { Entity: 'Leads', RecordID: id })).toMatchObject(success);
    expect(sandbox.org.record('Leads', id)).toBeUndefined();
  });

  it('are updated or added by what is the same, with a bare list as the answer', async () => {
    const lead = sandbox.org.records('Leads')[0];
    const APIData = [
      { Last_Name: 'Known', Email: String(lead?.Email) },
      { Last_Name: 'New', Company: 'New', Email: 'new@sandbox.example' },
    ];
    const reply = await api('API.upsertRecord', {
      Entity: 'Leads',
      APIData,
      duplicate_check_fields: ['Email'],
    });
    expect(reply).toMatchObject([
      { status: 'success', action: 'update', duplicate_field: 'Email', details: { id: lead?.id } },
      { status: 'success', action: 'insert' },
    ]);
    expect(sandbox.org.record('Leads', lead?.id ?? '')?.Last_Name).toBe('Known');
  });

  it('are found by email, phone, word and criteria; a field that is unknown is an error', async () => {
    const lead = sandbox.org.records('Leads').find(({ Email, Phone }) => Email && Phone);
    const search = (Type: string, Query: string) => api('API.searchRecord', { Entity: 'Leads', Type, Query });
    const ids = async (Type: string, Query: string) =>
      shapesOf(at(await search(Type, Query), 'data')).map(({ id }) => id);
    expect(await ids('email', String(lead?.Email))).toContain(lead?.id);
    expect(await ids('phone', String(lead?.Phone))).toContain(lead?.id);
    expect(await ids('word', String(lead?.Company))).toContain(lead?.id);
    expect(await ids('criteria', `(Email:equals:${lead?.Email})`)).toContain(lead?.id);
    expect(await search('email', 'nobody@sandbox.example')).toMatchObject({ status: 204 });
    await expect(search('criteria', '(Shape:equals:round)')).rejects.toMatchObject({ code: 'INVALID_QUERY' });
    await expect(search('sound', 'x')).rejects.toMatchObject({ code: 'INVALID_DATA' });
  });

  it('are queried in COQL', async () => {
    const select_query = "select Last_Name from Leads where Last_Name != 'x' limit 3";
    expect(shapesOf(at(await api('API.coql', { select_query }), 'data'))).toHaveLength(3);
    await expect(api('API.coql', { select_query: 'select' })).rejects.toMatchObject({ status: 'error' });
  });
});

describe('what belongs to a record', () => {
  it('is read under both names that the documentation gives the list', async () => {
    const deal = sandbox.org.records('Deals').find(({ Account_Name }) => at(Account_Name, 'id'));
    const RecordID = String(at(deal?.Account_Name, 'id'));
    for (const key of ['RelatedList', 'RelatedListName']) {
      const reply = await api('API.getRelatedRecords', { Entity: 'Accounts', RecordID, [key]: 'Deals' });
      const found = shapesOf(at(reply, 'data'));
      expect(found.map(({ id }) => id)).toContain(deal?.id);
      expect(found.every(({ Account_Name }) => at(Account_Name, 'id') === RecordID)).toBe(true);
    }
    const unknown = { Entity: 'Accounts', RecordID, RelatedList: 'Spaceships' };
    await expect(api('API.getRelatedRecords', unknown)).rejects.toMatchObject({ code: 'INVALID_DATA' });
  });

  it('can be a note', async () => {
    const target = { Entity: 'Leads', RecordID: first('Leads') };
    expect(await api('API.addNotes', { ...target, Title: 'Seen', Content: 'Called back' })).toMatchObject(
      success,
    );
    const notes = await api('API.getRelatedRecords', { ...target, RelatedList: 'Notes' });
    expect(notes).toMatchObject({ data: [{ Note_Title: 'Seen', Note_Content: 'Called back' }] });
  });
});

describe('people and settings', () => {
  it('users are listed by type and read by id', async () => {
    const users = await api('API.getAllUsers', { Type: 'ActiveUsers', page: 1, per_page: 3 });
    expect(shapesOf(at(users, 'users'))).toHaveLength(3);
    const ID = sandbox.people[1]?.id;
    expect(await api('API.getUser', { ID })).toMatchObject({ users: [{ id: ID }] });
    await expect(api('API.getAllUsers', { type: 'ActiveUsers' })).rejects.toMatchObject({ status: 'error' });
  });

  it('profiles are listed and read', async () => {
    const profiles = shapesOf(at(await api('API.getAllProfiles'), 'profiles'));
    const ID = profiles[0]?.id;
    expect(await api('API.getProfile', { ID })).toMatchObject({ profiles: [{ id: ID }] });
  });

  it('modules, fields, layouts, views and related lists are described', async () => {
    const of = { Entity: 'Accounts' };
    expect(shapesOf(at(await api('META.getModules'), 'modules')).length).toBeGreaterThan(10);
    expect(await api('META.getFields', { ...of })).toHaveProperty('fields.0.api_name');
    const layouts = await api('META.getLayouts', { ...of });
    const Id = shapesOf(at(layouts, 'layouts'))[0]?.id;
    expect(await api('META.getLayouts', { ...of, Id })).toHaveProperty(
      'layouts.0.sections.0.fields.0.api_name',
    );
    const views = shapesOf(at(await api('META.getCustomViews', { ...of }), 'custom_views'));
    expect(views.map(({ system_name }) => system_name)).toContain('ALLVIEWS');
    const view = await api('META.getCustomViews', { ...of, Id: views[0]?.id });
    expect(view).toMatchObject({ custom_views: [{ id: views[0]?.id }] });
    const lists = shapesOf(at(await api('META.getRelatedList', { ...of }), 'related_lists'));
    expect(lists.map(({ api_name }) => api_name)).toEqual(
      expect.arrayContaining(['Notes', 'Deals', 'Contacts']),
    );
  });

  it('the environment and the preferences cost no call', async () => {
    expect(await api('CONFIG.GetCurrentEnvironment')).toMatchObject({
      deployment: 'US',
      appDetails: { appUrl: CRM },
    });
    expect(await api('CONFIG.getOrgInfo')).toHaveProperty('org.0.company_name');
    expect(made).toEqual([]);
  });
});

describe('processes', () => {
  it('a deal moves to another stage by its blueprint, a lead is in none', async () => {
    const deal = sandbox.org.records('Deals').find(({ id }) => !sandbox.org.lockOf('Deals', id));
    const target = { Entity: 'Deals', RecordID: deal?.id };
    const reply = await api('API.getBluePrint', target);
    const transitions = shapesOf(at(at(reply, 'blueprint'), 'transitions'));
    const next = transitions.find(({ next_field_value }) => next_field_value === 'Needs Analysis');
    const BlueprintData = { blueprint: [{ transition_id: next?.id, data: {} }] };
    expect(await api('API.updateBluePrint', { ...target, BlueprintData })).toMatchObject({ code: 'SUCCESS' });
    expect(sandbox.org.record('Deals', deal?.id ?? '')?.Stage).toBe('Needs Analysis');
    const lead = api('API.getBluePrint', { Entity: 'Leads', RecordID: first('Leads') });
    await expect(lead).rejects.toMatchObject({ code: 'RECORD_NOT_IN_PROCESS' });
  });

  it('nothing waits for an approval, and a record names its actions', async () => {
    expect(await api('API.getApprovalRecords')).toMatchObject({ status: 204 });
    const actions = await api('API.getAllActions', { Entity: 'Leads', RecordID: first('Leads') });
    expect(shapesOf(at(actions, 'actions')).map(({ name }) => name)).toContain('convert');
  });

  it('what is not built says so', async () => {
    await expect(api('WIZARD.post', {})).rejects.toMatchObject({ code: 'NOT_SUPPORTED', status: 'error' });
    await expect(api('API.getFile', { id: '1' })).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
  });
});

describe('what is beyond the sample org', () => {
  const invoke = (name: string, url: string, more: object = {}) =>
    api('CONNECTION.invoke', name, { url, method: 'GET', param_type: 1, ...more });

  it("a connection reaches the CRM's own API under Zoho's name, and no other host", async () => {
    const query = { parameters: { fields: 'Last_Name', per_page: 1 } };
    expect(await invoke('crm', 'https://www.zohoapis.eu/crm/v8/Leads', query)).toMatchObject({
      code: 'SUCCESS',
      details: { statusCode: 200, statusMessage: { info: { count: 1 } } },
    });
    await expect(invoke('crm', 'https://elsewhere.example/crm/v8/Leads', query)).rejects.toMatchObject({
      code: 'INVALID_DATA',
      message: expect.stringContaining('elsewhere.example'),
    });
    expect(made).toHaveLength(1);
  });

  it('is answered by the fixtures, by address, method and connection', async () => {
    expect(await invoke('any', 'https://api.example/rates', { parameters: { day: 'today' } })).toMatchObject({
      details: { statusMessage: { eur: 1.1 } },
    });
    expect(await api('HTTP.get', { url: 'https://api.example/rates' })).toEqual({ eur: 1.1 });
    expect(() => api('HTTP.post', {})).toThrow();
    await expect(api('HTTP.post', { url: 'https://api.example/rates' })).rejects.toMatchObject({
      code: 'INVALID_DATA',
    });
    const mail = 'https://mail.example/send';
    expect(await invoke('mail', mail)).toMatchObject({ details: { statusCode: 202 } });
    await expect(invoke('other', mail)).rejects.toMatchObject({ code: 'INVALID_DATA' });
    expect(made).toEqual([]);
  });

  it('functions and connectors answer what the fixtures say, or fail as they say', async () => {
    const score = await api('FUNCTIONS.execute', 'score', { arguments: '{}' });
    expect(score).toMatchObject({ code: 'success', details: { output: '{"points":7}' } });
    await expect(api('FUNCTIONS.execute', 'broken', {})).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
    await expect(api('FUNCTIONS.execute', 'unknown', {})).rejects.toMatchObject({ code: 'INVALID_DATA' });
    expect(await api('CONNECTOR.invokeAPI', 'acme.books.list', {})).toEqual({ books: [] });
  });

  it('variables, fields, modules and records are added to the org', async () => {
    expect(await api('API.getOrgVariable', 'acme__Key')).toEqual({ Success: { Content: 'secret' } });
    const fields = shapesOf(at(await api('META.getFields', { Entity: 'Leads' }), 'fields'));
    expect(fields.find(({ api_name }) => api_name === 'Colour')).toMatchObject({ data_type: 'picklist' });
    expect(await api('API.getAllRecords', { Entity: 'Boats' })).toMatchObject({
      data: [{ Name: 'Harbour tug', Length: 12.5, Captain: null }],
      info: { count: 1 },
    });
    const found = await api('API.searchRecord', {
      Entity: 'Leads',
      Type: 'criteria',
      Query: '(Colour:equals:Red)',
    });
    expect(shapesOf(at(found, 'data')).map(({ Last_Name }) => Last_Name)).toContain('Fixed');
  });

  it.each([
    ['{"modules":{}}', '"modules" has to be [{ "api_name"'],
    ['{"function":{}}', 'there is no "function"; what there is: pageLoad, functions'],
    ['{"functions":{"a":{"output":1,"reply":2}}}', '"functions" has to be'],
    ['[]', 'have to be a JSON object'],
  ])('a fixtures file %s is refused with what is wrong', (text, message) => {
    expect(() => readFixtures(text)).toThrow(message);
  });
});
