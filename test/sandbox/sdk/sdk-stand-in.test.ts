import { describe, expect, it } from 'vitest';
import { at, textOf } from '../host/shape';
import type { WidgetEvent } from '../host/wire/widget-link';
import { CRM, openWidget } from './fake-windows';

/** A host that notes what it is asked, and answers it from `replies` by category, or rejects what is an error. */
function notingHost(replies: Readonly<Record<string, unknown>> = {}, failure?: unknown) {
  const asked: WidgetEvent[] = [];
  const answer = async (event: WidgetEvent) => {
    asked.push(event);
    const category = textOf(at(event.data, 'category'));
    if (category === 'GET_PARENT_URL') return `${CRM}/crm/tab/Deals/42`;
    if (failure) throw failure;
    return replies[category];
  };
  return { asked, answer };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('the start', () => {
  it('registers, takes the context and hears the PageLoad', async () => {
    const { ZOHO, posted, heard } = await openWidget();
    const loads: unknown[] = [];
    ZOHO.embeddedApp.on('PageLoad', (data) => loads.push(data));
    await ZOHO.embeddedApp.init();
    await settled();
    expect(posted[0]).toMatchObject({ type: 'SDK.EVENT', eventName: 'REGISTER', sdkVersion: '1.5' });
    expect(heard[0]).toMatchObject({
      type: 'FRAMEWORK.EVENT',
      eventName: 'SET_CONTEXT',
      data: { locale: 'de_DE', model: {}, connectors: [] },
    });
    expect(loads).toEqual([{ Entity: 'Deals', EntityId: '42' }]);
  });

  it('takes the last listener, and none after init', async () => {
    const { ZOHO } = await openWidget();
    const heard: string[] = [];
    ZOHO.embeddedApp.on('PageLoad', () => heard.push('first'));
    ZOHO.embeddedApp.on('PageLoad', () => heard.push('second'));
    const started = ZOHO.embeddedApp.init();
    ZOHO.embeddedApp.on('PageLoad', () => heard.push('late'));
    await started;
    await settled();
    expect(heard).toEqual(['second']);
  });

  it('throws at once when the CRM is asked before there is one', async () => {
    const { ZOHO } = await openWidget({ start: 'never-init' });
    expect(() => ZOHO.CRM.CONFIG?.getCurrentUser?.()).toThrow();
    void ZOHO.embeddedApp.init();
    expect(() => ZOHO.CRM.CONFIG?.getCurrentUser?.()).toThrow();
  });

  it('waits for ever where the host does not answer, or never says which record it is', async () => {
    const silent = await openWidget({ start: 'never-init' });
    let isStarted = false;
    void silent.ZOHO.embeddedApp.init().then(() => {
      isStarted = true;
    });
    await settled();
    expect(isStarted).toBe(false);

    const vague = await openWidget({ start: 'never-page-load' });
    const loads: unknown[] = [];
    vague.ZOHO.embeddedApp.on('PageLoad', (data) => loads.push(data));
    await vague.ZOHO.embeddedApp.init();
    await settled();
    expect(loads).toEqual([]);
  });

  it('leaves its globals on the window, as the released file does', async () => {
    const { window } = await openWidget();
    for (const name of ['ZOHO', 'zrc', 'ZDK', '$Client']) expect(window).toHaveProperty(name);
  });
});

describe('whom the wire believes', () => {
  it('the widget: anybody', async () => {
    const { ZOHO, forge } = await openWidget({
      start: 'never-page-load',
      answer: () => new Promise(() => {}),
    });
    const loads: unknown[] = [];
    ZOHO.embeddedApp.on('PageLoad', (data) => loads.push(data));
    await ZOHO.embeddedApp.init();
    const preference = ZOHO.CRM.CONFIG?.getUserPreference?.();
    forge({ type: 'FRAMEWORK.EVENT', eventName: 'PageLoad', data: { Entity: 'Forged' } });
    forge({ type: 'FRAMEWORK.EVENT', eventName: 'EVENT_RESPONSE', promiseid: 'Promise100', data: 'forged' });
    expect(await preference).toBe('forged');
    expect(loads).toEqual([{ Entity: 'Forged' }]);
  });

  it('the host: only the frame it made', async () => {
    const { asked, answer } = notingHost();
    const { ZOHO, forgeToHost, heard } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    const before = heard.length;
    forgeToHost({ type: 'SDK.EVENT', eventName: 'REGISTER' });
    forgeToHost({
      type: 'SDK.EVENT',
      eventName: 'CRM_EVENT',
      promiseid: 'Promise1',
      data: { category: 'CONFIG' },
    });
    await settled();
    expect(asked).toEqual([]);
    expect(heard.slice(before).filter((message) => at(message, 'eventName') !== 'PageLoad')).toEqual([]);
  });
});

describe('zrc', () => {
  const reply = { status: 200, data: { data: [] }, headers: {} };

  it("asks once for the page's address, then sends absolute addresses with the parameters in them", async () => {
    const { asked, answer } = notingHost({ ZRC_REQUEST: reply });
    const { ZOHO, zrc } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    expect(
      await zrc.get?.('/crm/v8/Deals', { params: { fields: 'A,B', ids: ['1', '2'], none: null } }),
    ).toEqual(reply);
    await zrc.get?.('/crm/v8/Leads');
    expect(asked.map(({ data }) => at(data, 'category'))).toEqual([
      'GET_PARENT_URL',
      'ZRC_REQUEST',
      'ZRC_REQUEST',
    ]);
    expect(asked[1]?.data).toMatchObject({
      url: `${CRM}/crm/v8/Deals?fields=A%2CB&ids%5B%5D=1&ids%5B%5D=2`,
      requestConfig: { method: 'GET' },
      zrcVersion: '1.0',
      sdkVersion: '1.5',
    });
  });

  it('sends a body as JSON, and none with delete', async () => {
    const { asked, answer } = notingHost({ ZRC_REQUEST: reply });
    const { ZOHO, zrc } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    await zrc.post?.('/crm/v8/Deals', { data: [1] });
    await zrc.delete?.('/crm/v8/Deals/1', { body: 'dropped' });
    expect(asked[1]?.data).toMatchObject({
      requestConfig: {
        method: 'POST',
        body: '{"data":[1]}',
        headers: { 'content-type': 'application/json' },
      },
    });
    expect(at(asked[2]?.data, 'requestConfig')).not.toHaveProperty('body');
  });

  it('refuses keys it does not know, and cannot send what cannot be cloned', async () => {
    const { answer } = notingHost({ ZRC_REQUEST: reply });
    const { ZOHO, zrc } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    await expect(zrc.get?.('/crm/v8/Deals', { timeout: 5 })).rejects.toMatchObject({
      name: 'ZRC_VALIDATION_FAILED_ERROR',
    });
    await expect(zrc.get?.('/crm/v8/Deals', { signal: () => {} })).rejects.toMatchObject({
      name: 'DataCloneError',
    });
  });

  it('changes the config it is handed', async () => {
    const { answer } = notingHost({ ZRC_REQUEST: reply });
    const { ZOHO, zrc } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    const config = { method: 'PUT', headers: {} };
    await zrc.get?.('/crm/v8/Deals', config);
    expect(config).toEqual({ headers: {} });
  });

  it('rejects with a plain object that holds the response', async () => {
    const response = { status: 403, data: { code: 'NO_PERMISSION' }, headers: {} };
    const { answer } = notingHost(
      {},
      { error: { errorType: 'ApiError', errorMessage: 'refused' }, response },
    );
    const { ZOHO, zrc } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    const failure: unknown = await zrc.get?.('/crm/v8/Deals').catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ error: { name: 'API_ERROR', message: 'refused' }, response });
    expect(Object.prototype.toString.call(failure)).toBe('[object Object]');
  });

  it('stays pending where the host never answers', async () => {
    const { ZOHO, zrc } = await openWidget({ answer: () => new Promise(() => {}) });
    await ZOHO.embeddedApp.init();
    const outcome = await Promise.race([zrc.get?.('/crm/v8/Deals').then(() => 'answered'), settled()]);
    expect(outcome).toBeUndefined();
  });
});

describe('ZOHO.CRM', () => {
  it('asks in the categories of the wire', async () => {
    const { asked, answer } = notingHost();
    const { ZOHO } = await openWidget({ answer });
    await ZOHO.embeddedApp.init();
    const { API, CONFIG, META, UI, CONNECTION, CONNECTOR } = ZOHO.CRM;
    await API?.getRecord?.({ Entity: 'Deals', RecordID: '42' });
    await API?.getOrgVariable?.('ns__settings');
    await CONFIG?.getCurrentUser?.();
    await META?.getFields?.({ Entity: 'Deals' });
    await UI?.Resize?.({ width: 300, height: 200 });
    await CONNECTOR?.invokeAPI?.('crm.set', { apiname: 'ns__settings', value: '{}' });
    await CONNECTION?.invoke?.('crm', {
      url: `${CRM}/x`,
      method: 'GET',
      param_type: 1,
      parameters: { a: 1 },
      body: 2,
    });
    expect(asked.map(({ data }) => data)).toMatchObject([
      { category: 'READ', APIData: { Entity: 'Deals', RecordID: '42' } },
      { category: 'CONFIG', type: 'VARIABLE', nameSpace: 'ns__settings' },
      { category: 'CONFIG', type: 'CURRENT_USER' },
      { category: 'META', type: 'FIELD_LIST', Entity: 'Deals' },
      { category: 'UI', action: 'RESIZE', data: { width: 300, height: 200 } },
      { category: 'CONNECTOR', nameSpace: 'crm.set', data: { apiname: 'ns__settings', value: '{}' } },
      { category: 'CRM_CONNECTION', connectionName: 'crm', data: { data: { parameters: '{"a":1}' } } },
    ]);
    expect(JSON.stringify(asked.at(-1))).not.toContain('"body"');
  });
});
