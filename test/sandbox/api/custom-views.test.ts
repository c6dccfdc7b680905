import { describe, expect, it } from 'vitest';
import { caller } from './client';
import { isArray, isObject, type JsonObject, textAt } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const views = async (user: string, module = 'Deals'): Promise<JsonObject[]> => {
    const { body } = await caller(sandbox, user)('GET', `/settings/custom_views?module=${module}`);
    return isObject(body) && isArray(body.custom_views) ? body.custom_views.filter(isObject) : [];
  };
  const lockedView = async (module = 'Deals') =>
    (await views('sales', module)).find((view) => textAt(view, 'system_name')?.startsWith('ALLLOCKED'));
  return { sandbox, sales: caller(sandbox, 'sales'), views, lockedView };
}

describe('the views of a module', () => {
  it('have one of the locked records, which shows all of them', async () => {
    const { sandbox, sales, lockedView } = open();
    const view = await lockedView();
    const { body } = await sales('GET', `/Deals?fields=Locked__s&cvid=${view?.id}`);
    const data = isObject(body) && isArray(body.data) ? body.data.filter(isObject) : [];
    expect(data.map(({ id }) => id).sort()).toEqual(
      sandbox.org
        .locksOf('Deals')
        .map(([id]) => id)
        .sort(),
    );
    expect(data.every(({ Locked__s }) => Locked__s === true)).toBe(true);
  });

  it('are shown in the language of whoever asks, and keep their system names', async () => {
    const { views } = open();
    const locked = async (user: string) =>
      (await views(user)).filter((view) => textAt(view, 'system_name')?.startsWith('ALLLOCKED'));
    const [english, german] = [await locked('admin'), await locked('viewer')];
    expect(english).toMatchObject([{ display_value: 'All Locked Deals', system_defined: true }]);
    expect(german).toMatchObject([{ display_value: 'Alle gesperrten Deals', id: english[0]?.id }]);
  });

  it('may have one of the same name that somebody made for something else', async () => {
    const { views } = open();
    const named = (await views('admin')).filter((view) => view.display_value === 'All Locked Deals');
    expect(named.map((view) => view.system_name)).toEqual([null, 'ALLLOCKEDDEALS']);
  });

  it('lack that of locked records in modules without locking, and where an org does not have it', async () => {
    expect(await open().lockedView('Campaigns')).toBeUndefined();
    expect(await open({ lockedView: 'missing' }).lockedView()).toBeUndefined();
    expect(await open({ edition: 'without-locking' }).lockedView()).toBeUndefined();
  });

  it('are read one by one, too', async () => {
    const { sales, lockedView } = open();
    const view = await lockedView();
    expect((await sales('GET', `/settings/custom_views/${view?.id}?module=Deals`)).body).toMatchObject({
      custom_views: [{ system_name: 'ALLLOCKEDDEALS' }],
    });
    expect((await sales('GET', '/settings/custom_views/1?module=Deals')).status).toBe(204);
  });

  it('want a module that is there', async () => {
    const { sales } = open();
    expect((await sales('GET', '/settings/custom_views')).body).toMatchObject({
      code: 'REQUIRED_PARAM_MISSING',
      details: { param_name: 'module' },
    });
    expect((await sales('GET', '/settings/custom_views?module=Nope')).body).toMatchObject({
      code: 'INVALID_MODULE',
    });
  });

  it('can be refused', async () => {
    expect(
      await open({ customViews: 'refused' }).sales('GET', '/settings/custom_views?module=Deals'),
    ).toMatchObject({ status: 401, body: { code: 'OAUTH_SCOPE_MISMATCH' } });
  });
});

describe('a list by a view', () => {
  it('cannot be sorted', async () => {
    const { sales, lockedView } = open();
    const view = await lockedView();
    expect(await sales('GET', `/Deals?fields=id&cvid=${view?.id}&sort_by=id`)).toMatchObject({
      status: 400,
      body: {
        code: 'AMBIGUITY_DURING_PROCESSING',
        details: { ambiguity_due_to: [{ param_name: 'cvid' }, { param_name: 'sort_by' }] },
      },
    });
  });

  it('wants a view of that module', async () => {
    const { sales, lockedView } = open();
    const view = await lockedView('Leads');
    expect(await sales('GET', `/Deals?fields=id&cvid=${view?.id}`)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', details: { param_name: 'cvid' } },
    });
  });
});
