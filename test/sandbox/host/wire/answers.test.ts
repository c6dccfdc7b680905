import { describe, expect, it } from 'vitest';
import { answer } from './answers';
import type { HostPage } from './host-page';
import type { HttpReply, HttpRequest } from './requests';

const ORIGIN = 'http://127.0.0.1:5050';

/** A host page whose API answers everything with `reply`, and which notes what it did. */
function hostPage(reply: Partial<HttpReply> = {}) {
  const done: unknown[] = [];
  const whole: HttpReply = { status: 200, data: {}, headers: {}, ...reply };
  const page: HostPage = {
    requests: {
      counted: async (request: HttpRequest) => {
        done.push(request);
        return whole;
      },
      own: async (method, path) => {
        done.push({ own: `${method} ${path}` });
        return whole;
      },
    },
    fixtures: {},
    pageUrl: () => `${ORIGIN}/crm/tab/Deals/42`,
    mode: () => 'night',
    language: () => 'de_DE',
    zdkUrl: () => 'http://127.0.0.1:5051/sdk/zdk.js',
    windowSize: () => ({ width: 1200, height: 800 }),
    resize: (size) => done.push({ resize: size }),
    open: (module, id, apart) => done.push({ open: [module, id, apart] }),
    openTab: (name, message) => {
      done.push({ tab: [name, message] });
      return name === 'Locked_Records';
    },
    close: (reload, response) => done.push({ close: [reload, response] }),
    say: (message) => done.push({ say: message }),
    ask: async (dialog) => {
      done.push(dialog);
      return dialog.kind === 'input' ? ['typed'] : false;
    },
    openPopup: async (popup) => {
      done.push(popup);
      return 'closed with this';
    },
    responded: (id, data) => done.push({ responded: [id, data] }),
    load: (message) => done.push({ load: message ?? 'ended' }),
  };
  const ask = (data: object) => answer({ eventName: 'CRM_EVENT', data }, page);
  const askZdk = (data: object) => answer({ eventName: 'ZDK_EVENT', data }, page);
  return { done, ask, askZdk };
}

describe('ZRC_REQUEST', () => {
  const request = {
    category: 'ZRC_REQUEST',
    url: `${ORIGIN}/crm/v8/Deals/42?fields=A`,
    requestConfig: { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' },
  };

  it('makes the call on its own origin and answers status, data and headers', async () => {
    const { ask, done } = hostPage({ status: 204, data: '' });
    expect(await ask(request)).toEqual({ status: 204, data: '', headers: {} });
    expect(done).toEqual([
      {
        method: 'PUT',
        path: '/crm/v8/Deals/42?fields=A',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      },
    ]);
  });

  it('rejects from status 300 on with the response inside', async () => {
    const data = { code: 'NO_PERMISSION', message: 'permission denied' };
    const { ask } = hostPage({ status: 403, data });
    await expect(ask(request)).rejects.toMatchObject({
      error: { errorType: 'ApiError', errorMessage: 'permission denied' },
      request: { method: 'PUT' },
      response: { status: 403, data },
    });
  });

  it('has not built forms', async () => {
    const { ask, done } = hostPage();
    const requestConfig = { method: 'POST', body: { file: 'as the SDK hands a form over' } };
    await expect(ask({ ...request, requestConfig })).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
    expect(done).toEqual([]);
  });

  it('calls no other origin', async () => {
    const { ask, done } = hostPage();
    await expect(ask({ ...request, url: 'http://127.0.0.1:9/crm/v8/Deals' })).rejects.toMatchObject({
      error: { errorType: 'ConnectionError' },
    });
    expect(done).toEqual([]);
  });
});

describe('the other categories', () => {
  it("tell the page's address and the user's preference without a call", async () => {
    const { ask, done } = hostPage();
    expect(await ask({ category: 'GET_PARENT_URL' })).toBe(`${ORIGIN}/crm/tab/Deals/42`);
    expect(await ask({ category: 'CONFIG', type: 'USER_PREFERENCE' })).toEqual({ mode: 'night' });
    expect(done).toEqual([]);
  });

  it('give the current user the language of the switch', async () => {
    const { ask } = hostPage({ data: { users: [{ id: '1', language: 'en_US' }] } });
    const user = await ask({ category: 'CONFIG', type: 'CURRENT_USER' });
    expect(user).toEqual({ users: [{ id: '1', language: 'de_DE', locale: 'de_DE', locale_code: 'de_DE' }] });
  });

  it('read a record, and say 204 in an object', async () => {
    const read = { category: 'READ', APIData: { Entity: 'Deals', RecordID: '42' } };
    const found = hostPage({ data: { data: [{ id: '42' }] } });
    expect(await found.ask(read)).toEqual({ data: [{ id: '42' }] });
    expect(found.done).toMatchObject([{ path: '/crm/v8/Deals/42' }]);
    expect(await hostPage({ status: 204, data: '' }).ask(read)).toMatchObject({ status: 204 });
  });

  it('read variables in the two shapes of the SDK and write them with an answer in a string', async () => {
    const { ask, done } = hostPage({ data: { variables: [{ value: '{"a":1}' }] } });
    expect(await ask({ category: 'CONFIG', type: 'VARIABLE', nameSpace: 'ns__s' })).toEqual({
      Success: { Content: '{"a":1}' },
    });
    expect(await ask({ category: 'CONFIG', type: 'VARIABLE', nameSpace: { apiKeys: ['ns__s'] } })).toEqual({
      Success: { content: { ns__s: { value: '{"a":1}' } } },
    });
    const written = await ask({
      category: 'CONNECTOR',
      nameSpace: 'crm.set',
      data: { apiname: 'ns__s', value: 'v' },
    });
    expect(written).toBeTypeOf('string');
    expect(done.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/crm/v8/settings/variables/ns__s',
      body: '{"variables":[{"value":"v"}]}',
    });
  });

  it('do what the widget asks of the page', async () => {
    const { ask, askZdk, done } = hostPage();
    await ask({ category: 'UI', action: 'RESIZE', data: { width: 300, height: 200 } });
    await ask({
      category: 'UI',
      action: { record: 'OPEN' },
      data: { Entity: 'Leads', RecordID: '7', target: '_blank' },
    });
    await ask({ category: 'UI', action: { popup: 'CLOSE_RELOAD' } });
    await askZdk({ action: 'msg_band', type: 'info', message: 'Hello' });
    await askZdk({ action: 'close_widget', response: { a: 1 } });
    expect(done).toEqual([
      { resize: { width: 300, height: 200 } },
      { open: ['Leads', '7', true] },
      { close: [true, undefined] },
      { say: 'Hello' },
      { close: [false, { a: 1 }] },
    ]);
    expect(await askZdk({ action: 'get_zdk_url' })).toBe('http://127.0.0.1:5051/sdk/zdk.js');
  });

  it('open another page of the widget: a web tab by its name, a button in a popup', async () => {
    const { ask, askZdk, done } = hostPage();
    const tab = (Entity: string) =>
      ask({ category: 'UI', action: { webTab: 'OPEN' }, data: { Entity, Message: { module: 'Deals' } } });
    expect(await tab('Locked_Records')).toBe(true);
    expect(await tab('Unknown')).toBe(false);
    const config = { header: 'Records', width: '50%', height: '600px', offset: { top: '0px', right: '0' } };
    const popup = {
      action: 'open_widget_by_id',
      type: 'widget',
      api_name: 'records',
      data: { a: 1 },
      config,
    };
    expect(await askZdk(popup)).toBe('closed with this');
    expect(done.slice(2)).toEqual([
      {
        name: 'records',
        header: 'Records',
        size: { width: 600, height: 600 },
        offset: { top: '0px', bottom: '', left: '', right: '0' },
        data: { a: 1 },
      },
    ]);
    await expect(askZdk({ ...popup, type: 'crux' })).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
  });

  it('ask the person, and settle with the answer', async () => {
    const { askZdk, done } = hostPage();
    const choice = { actual_value: 'a', display_value: 'A' };
    const options = [{ type: 'multiselectpicklist', label: 'Of', list_options: [choice] }];
    expect(await askZdk({ action: 'alert', message: 'Mind', heading: 'Step' })).toBe(false);
    expect(await askZdk({ action: 'confirm', message: 'Sure?', accept_message: 'Yes' })).toBe(false);
    expect(await askZdk({ action: 'get_input', options, heading: 'Say' })).toEqual(['typed']);
    await askZdk({ action: 'show_loader', type: 'page', template: 'spinner', message: '' });
    await askZdk({ action: 'hide_loader' });
    expect(done).toEqual([
      { kind: 'alert', heading: 'Step', message: 'Mind', accept: 'OK' },
      { kind: 'confirm', message: 'Sure?', accept: 'Yes', reject: 'Cancel' },
      {
        kind: 'input',
        heading: 'Say',
        fields: [
          { type: 'multiselectpicklist', label: 'Of', value: [], choices: [{ value: 'a', label: 'A' }] },
        ],
        accept: 'OK',
        reject: 'Cancel',
      },
      { load: 'Loading…' },
      { load: 'ended' },
    ]);
  });

  it.each([
    [
      { height: '620', width: '300px' },
      { height: 620, width: 300 },
    ],
    [
      { height: '50%', width: '90%' },
      { height: 400, width: 1080 },
    ],
    [{ height: 99_999, width: 0 }, { height: 5000 }],
    [{ height: 'auto', width: null }, {}],
    [undefined, {}],
  ])('take the size %j for %j', async (data, size) => {
    const { ask, done } = hostPage();
    await ask({ category: 'UI', action: 'RESIZE', data });
    expect(done).toEqual([{ resize: size }]);
  });

  it('run a connection as the account behind it and hide the status', async () => {
    const { ask, done } = hostPage({ status: 400, data: { code: 'INVALID_DATA' } });
    const data = {
      url: `${ORIGIN}/crm/v8/Deals`,
      method: 'GET',
      param_type: 1,
      parameters: '{"fields":"A"}',
    };
    expect(await ask({ category: 'CRM_CONNECTION', connectionName: 'crm', data: { data } })).toMatchObject({
      code: 'SUCCESS',
      details: { statusMessage: { code: 'INVALID_DATA' } },
    });
    expect(done).toMatchObject([{ as: 'admin', path: '/crm/v8/Deals?fields=A' }]);
  });

  it('refuse what the sandbox does not know', async () => {
    await expect(hostPage().ask({ category: 'CRM_WIZARD' })).rejects.toMatchObject({ code: 'NOT_SUPPORTED' });
  });
});
