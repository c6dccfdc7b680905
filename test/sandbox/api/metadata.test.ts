import { describe, expect, it } from 'vitest';
import { type CallApi, caller } from './client';
import { isArray, isObject, type JsonObject } from './json';
import { createSandbox } from './sandbox';

const list = async (call: CallApi, path: string, key: string): Promise<JsonObject[]> => {
  const { body } = await call('GET', path);
  const found = isObject(body) ? body[key] : undefined;
  return isArray(found) ? found.filter(isObject) : [];
};
const names = (items: JsonObject[], key = 'api_name') => items.map((item) => item[key]);

const sandbox = createSandbox();
const sales = caller(sandbox, 'sales');

describe('metadata', () => {
  it('lists the modules, those made by users apart from those made by extensions', async () => {
    const modules = await list(sales, '/settings/modules', 'modules');
    const usual = [
      'Leads',
      'Contacts',
      'Accounts',
      'Deals',
      'Quotes',
      'Sales_Orders',
      'Purchase_Orders',
      'Invoices',
    ];
    const more = ['Vendors', 'Price_Books', 'Cases', 'Solutions', 'Tasks', 'Products', 'Campaigns', 'Calls'];
    expect(names(modules)).toEqual(expect.arrayContaining([...usual, ...more]));
    const custom = modules.filter((module) => module.generated_type === 'custom');
    expect(names(custom)).toEqual(['Site_Visits', 'acme__Shipments']);
    expect(await list(sales, '/settings/modules/Deals', 'modules')).toMatchObject([
      { id: '5843104000000002181', singular_label: 'Deal', plural_label: 'Deals', generated_type: 'default' },
    ]);
    expect((await sales('GET', '/settings/modules/Nope')).body).toMatchObject({ code: 'INVALID_MODULE' });
  });

  it('lists the modules that support locking by the name of the feature, where it does', async () => {
    const path = '/settings/modules?feature_name=record_locking_configurations';
    const locking = sandbox.org.catalogue.modules.filter((module) => module.locking);
    expect(names(await list(sales, path, 'modules'))).toEqual(names(locking));
    const invalid = {
      status: 400,
      body: { code: 'INVALID_DATA', message: 'the given feature name is invalid' },
    };
    expect(await sales('GET', '/settings/modules?feature_name=nothing')).toMatchObject(invalid);
    expect(await sales('GET', '/settings/modules?feature_name=')).toMatchObject(invalid);
    const refused = caller(createSandbox({ featureModules: 'refused' }), 'admin');
    expect(await refused('GET', path)).toMatchObject(invalid);
    const ignored = caller(createSandbox({ featureModules: 'ignored' }), 'admin');
    expect(await list(ignored, path, 'modules')).toEqual(await list(sales, '/settings/modules', 'modules'));
    const without = caller(createSandbox({ edition: 'without-locking' }), 'admin');
    expect((await without('GET', path)).status).toBe(204);
  });

  it('has a layout for each module, whose profiles are told to administrators', async () => {
    const admin = caller(sandbox, 'admin');
    const [layout] = await list(admin, '/settings/layouts?module=Deals', 'layouts');
    expect(layout).toMatchObject({ name: 'Standard', status: 'active', visible: true });
    expect(isArray(layout?.profiles) ? layout.profiles.length : 0).toBe(
      sandbox.org.catalogue.profiles.length,
    );
    expect(await list(sales, '/settings/layouts?module=Deals', 'layouts')).toMatchObject([
      { profiles: null },
    ]);
    expect(await list(sales, `/settings/layouts/${layout?.id}?module=Deals`, 'layouts')).toHaveLength(1);
    expect((await sales('GET', '/settings/layouts/1?module=Deals')).status).toBe(204);
    expect((await sales('GET', '/settings/layouts')).body).toMatchObject({ code: 'REQUIRED_PARAM_MISSING' });
  });

  it('tells by the pipelines of a layout which stages close a deal', async () => {
    const [layout] = await list(sales, '/settings/layouts?module=Deals', 'layouts');
    const pipelines = await list(sales, `/settings/pipeline?layout_id=${layout?.id}`, 'pipeline');
    expect(pipelines).toMatchObject([
      { display_value: 'Sales', default: true },
      { display_value: 'Renewals', default: false },
    ]);
    const stages = isArray(pipelines[0]?.maps) ? pipelines[0].maps.filter(isObject) : [];
    expect(stages.map((stage) => [stage.actual_value, stage.forecast_type])).toEqual(
      sandbox.org
        .field('Deals', 'Stage')
        ?.pick_list_values.map((pick) => [pick.actual_value, pick.forecast_type]),
    );
    const other = await list(sales, '/settings/layouts?module=Leads', 'layouts');
    for (const id of ['1', String(other[0]?.id)])
      expect(await sales('GET', `/settings/pipeline?layout_id=${id}`)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_DATA', details: { param_name: 'layout_id' } },
      });
    expect((await sales('GET', '/settings/pipeline')).body).toMatchObject({ code: 'REQUIRED_PARAM_MISSING' });
    const refused = caller(createSandbox({ pipelines: 'refused' }), 'admin');
    expect((await refused('GET', `/settings/pipeline?layout_id=${layout?.id}`)).status).toBe(401);
  });

  it('has a field of every data type, with the ids that Zoho’s samples print', async () => {
    const fields = await list(sales, '/settings/fields?module=Deals', 'fields');
    const types =
      'text textarea email phone website picklist multiselectpicklist integer bigint double currency percent';
    const more = 'date datetime boolean lookup ownerlookup userlookup autonumber formula fileupload subform';
    expect(new Set(names(fields, 'data_type'))).toEqual(new Set(`${types} ${more}`.split(' ')));
    const by = (name: string) => fields.find((field) => field.api_name === name);
    expect(by('Stage')).toMatchObject({ id: '5843104000000002565', system_mandatory: true });
    expect(by('Description')).toMatchObject({ id: '5843104000000002587' });
    expect(by('Locked__s')).toMatchObject({ data_type: 'boolean', read_only: true, filterable: true });
    expect(by('Account_Name')).toMatchObject({ lookup: { module: { api_name: 'Accounts' } } });
    const stages = by('Stage')?.pick_list_values;
    expect(
      isArray(stages)
        ? stages.filter(isObject).map((stage) => [stage.actual_value, stage.forecast_type])
        : [],
    ).toEqual(
      expect.arrayContaining([
        ['Negotiation/Review', 'Open'],
        ['Closed Won', 'Closed Won'],
        ['Closed-Lost to Competition', 'Closed Lost'],
      ]),
    );
    const ids = names(fields, 'id');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives ids that are text above what a number can hold, each once', () => {
    const { modules, profiles, buttons } = sandbox.org.catalogue;
    const fields = modules.flatMap((module) => module.fields);
    const ids = [...modules, ...fields, ...profiles, ...buttons, ...sandbox.org.users()].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(Number.isSafeInteger(Number(id))).toBe(false);
  });

  it('lists buttons, and 204 where there are none', async () => {
    expect(
      names(await list(sales, '/settings/custom_buttons?module=Deals', 'custom_buttons'), 'name'),
    ).toContain('Send Contract');
    expect((await sales('GET', '/settings/custom_buttons?module=Tasks')).status).toBe(204);
  });

  it('lists profiles and tells who may lock', async () => {
    const profiles = await list(sales, '/settings/profiles', 'profiles');
    expect(profiles.length).toBeGreaterThan(15);
    const right = async (name: string) => {
      const id = profiles.find((profile) => profile.name === name)?.id;
      const [profile] = await list(sales, `/settings/profiles/${id}`, 'profiles');
      const rights =
        profile && isArray(profile.permissions_details) ? profile.permissions_details.filter(isObject) : [];
      return rights.find((one) => one.name === 'Crm_Implied_Lock_Deals')?.enabled;
    };
    expect(await right('Sales')).toBe(true);
    expect(await right('Sales (no lock)')).toBe(false);
  });

  it('has more of everything in a large org', () => {
    const { org } = createSandbox({ size: 'large' });
    const fields = org.module('Deals')?.fields ?? [];
    expect(fields.length).toBeGreaterThanOrEqual(500);
    expect(Math.max(...fields.map((field) => field.pick_list_values.length))).toBe(1000);
    expect(org.catalogue.profiles).toHaveLength(200);
    expect(org.catalogue.buttons.filter((button) => button.module === 'Deals').length).toBeGreaterThan(99);
  });
});

describe('users', () => {
  it('tells who calls, with the preferences that dates are written by', async () => {
    expect((await caller(sandbox, 'viewer')('GET', '/users?type=CurrentUser')).body).toMatchObject({
      users: [
        {
          name: 'Sales without Lock',
          profile: { name: 'Sales (no lock)' },
          language: 'de_DE',
          locale: 'de_DE',
          time_zone: 'Europe/Berlin',
          date_format: 'dd.MM.yyyy',
          time_format: 'HH:mm',
        },
      ],
    });
  });

  it('lists and searches active users, and never the session keys', async () => {
    const users = await list(sales, '/users?type=ActiveUsers', 'users');
    expect(names(users, 'name')).toEqual(
      expect.arrayContaining(['John Smith', 'Patricia Boyle', 'Contracts Desk']),
    );
    for (const user of users) expect(user).not.toHaveProperty('key');
    expect(names(await list(sales, '/users?type=ActiveUsers&word=boyle', 'users'), 'name')).toEqual([
      'Patricia Boyle',
    ]);
    expect(names(await list(sales, '/users?type=AdminUsers', 'users'), 'name')).toEqual([
      'John Smith',
      'Second Administrator',
    ]);
    expect((await sales('GET', '/users')).body).toMatchObject({ code: 'REQUIRED_PARAM_MISSING' });
  });
});

describe('variables', () => {
  it('can be made, read, changed and deleted by an administrator', async () => {
    const fresh = createSandbox();
    const admin = caller(fresh, 'admin');
    const variable = {
      name: 'Reasons',
      api_name: 'Lock_Reasons',
      type: 'textarea',
      value: '[]',
      variable_group: { api_name: 'General' },
    };
    expect(await admin('POST', '/settings/variables', { variables: [variable] })).toMatchObject({
      status: 201,
      body: { variables: [{ code: 'SUCCESS' }] },
    });
    expect((await admin('POST', '/settings/variables', { variables: [variable] })).body).toMatchObject({
      variables: [{ code: 'DUPLICATE_DATA' }],
    });
    const path = '/settings/variables/Lock_Reasons';
    await admin('PUT', `${path}?group=General`, { variables: [{ value: '["audit"]' }] });
    expect((await caller(fresh, 'sales')('GET', `${path}?group=General`)).body).toMatchObject({
      variables: [{ api_name: 'Lock_Reasons', value: '["audit"]', variable_group: { api_name: 'General' } }],
    });
    expect(await caller(fresh, 'sales')('PUT', path, { variables: [{ value: 'x' }] })).toMatchObject({
      status: 403,
      body: { code: 'NO_PERMISSION' },
    });
    expect((await admin('DELETE', path)).status).toBe(200);
    expect(await admin('GET', path)).toMatchObject({ status: 400, body: { code: 'INVALID_DATA' } });
  });
});

describe('features', () => {
  it('tells the limits of a configuration', async () => {
    const [feature] = await list(sales, '/__features/record_locking_configurations', '__features');
    expect(feature).toMatchObject({
      api_name: 'record_locking_configurations',
      module_supported: true,
      components: [
        { api_name: 'excluded_fields', details: { limits: { edition_limit: 15, total: 15 } } },
        { api_name: 'locking_rules', details: { limits: { total: 5 } } },
        { api_name: 'restricted_custom_buttons', details: { limits: { total: 30 } } },
        { api_name: 'excluded_profiles', details: { limits: { total: 15 } } },
      ],
    });
  });
});
