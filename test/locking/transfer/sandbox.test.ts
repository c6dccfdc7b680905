import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isJson, isList, isObject, type Json, type JsonObject, stringAt } from '../../../src/base/json';
import { parseField } from '../../../src/locking/configuration/fields';
import { DEFAULT_LIMITS } from '../../../src/locking/configuration/limits';
import {
  type Configuration,
  isParseProblem,
  parseConfiguration,
} from '../../../src/locking/configuration/model';
import { configurationDifferences } from '../../../src/locking/configuration/saving/differences';
import { configurationRequest } from '../../../src/locking/configuration/saving/request';
import { validateConfiguration } from '../../../src/locking/configuration/validation/validate-configuration';
import { canonicalCriteria } from '../../../src/locking/criteria/implication/canonical';
import { keySource, parseCriteria } from '../../../src/locking/criteria/tree/node';
import { exportConfiguration } from '../../../src/locking/transfer/export/export-configuration';
import { readExport } from '../../../src/locking/transfer/import/import-configuration';
import { choosableThings } from '../../../src/locking/transfer/mapping/candidates';
import type { TransferTarget } from '../../../src/locking/transfer/report';
import { mapConfiguration } from '../../../src/locking/transfer/transfer';
import { type CallApi, caller } from '../../sandbox/api/client';
import type { Json as CrmJson } from '../../sandbox/api/json';
import { createSandbox } from '../../sandbox/api/sandbox';

/** Milliseconds; on a busy machine many requests take their time. */
const PATIENCE = 60_000;

const KEY = 'record_locking_configurations';
const EXCEPTION = 'all_profiles_except_excluded_profiles';

type Named = { readonly id: string; readonly name: string };
type Offer = Omit<TransferTarget, 'configuration'> & {
  readonly buttons: readonly Named[];
  readonly users: readonly Named[];
};

const listOf = async (call: CallApi, path: string, key: string): Promise<readonly JsonObject[]> => {
  const { body } = await call('GET', path);
  const list = isJson(body) && isObject(body) ? body[key] : [];
  return isList(list) ? list.filter(isObject) : [];
};

const named = (rows: readonly JsonObject[], key: string): readonly Named[] =>
  rows.map((row) => ({ id: stringAt(row, 'id') ?? '', name: stringAt(row, key) ?? '' }));

const offerOf = async (call: CallApi, module: string): Promise<Offer> => ({
  module: { apiName: module },
  fields: (await listOf(call, `/settings/fields?module=${module}`, 'fields')).flatMap(
    (one) => parseField(one) ?? [],
  ),
  profiles: named(await listOf(call, '/settings/profiles', 'profiles'), 'name'),
  buttons: named(await listOf(call, `/settings/custom_buttons?module=${module}`, 'custom_buttons'), 'name'),
  users: named(await listOf(call, '/users?type=ActiveUsers&per_page=200', 'users'), 'full_name'),
});

const read = async (call: CallApi, module: string): Promise<Configuration | null> => {
  const [source] = await listOf(call, `/settings/${KEY}?module=${module}`, KEY);
  if (!source) return null;
  const found = parseConfiguration(source);
  if (isParseProblem(found)) throw new Error(found.problem);
  return found;
};

const save = (call: CallApi, module: string, method: string, body: JsonObject) => {
  const sent: CrmJson = JSON.parse(JSON.stringify({ [KEY]: [body] }));
  return call(method, `/settings/${KEY}?module=${module}`, sent);
};

/** What is left of a value once nothing in it belongs to one organisation. */
const withoutIds = (value: Json): Json =>
  isList(value)
    ? value.map(withoutIds)
    : isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(
              ([key]) => !['id', 'created_by', 'created_time', 'modified_by', 'modified_time'].includes(key),
            )
            .map(([key, inner]) => [key, withoutIds(inner)]),
        )
      : value;

/** Criteria count by what they mean: a rule that means the same is kept as it stands there, a group of one joined by either word. */
const meaning = ({ source }: Configuration): JsonObject => {
  const rest = withoutIds(source);
  if (!isObject(rest)) return {};
  const { locking_rules: rules = null } = rest;
  if (!isList(rules)) return rest;
  return {
    ...rest,
    locking_rules: rules.map((rule) =>
      isObject(rule)
        ? { ...rule, criteria: canonicalCriteria(parseCriteria(rule.criteria ?? null, keySource())) }
        : rule,
    ),
  };
};

const condition = ({ users }: Offer): fc.Arbitrary<JsonObject> =>
  fc.oneof(
    fc.record({
      comparator: fc.constantFrom('equal', 'not_equal'),
      field: fc.constant({ api_name: 'Stage' }),
      value: fc.constantFrom('Closed Won', 'Closed Lost', `\${${'CLOSEDWON'}}`),
    }),
    fc.record({
      comparator: fc.constant('in'),
      field: fc.constant({ api_name: 'Lead_Source' }),
      value: fc.subarray(['Partner', 'Cold Call', 'Trade Show'], { minLength: 1 }),
    }),
    fc.record({
      comparator: fc.constantFrom('greater_than', 'less_equal'),
      field: fc.constantFrom({ api_name: 'Amount' }, { api_name: 'Discount' }),
      value: fc.nat(99_999).map(String),
    }),
    fc.record({
      comparator: fc.constant('equal'),
      field: fc.constantFrom({ api_name: 'Owner' }, { api_name: 'Technical_Contact' }),
      value: fc.constantFrom(...users).map(({ id, name }) => ({ id, name })),
    }),
    fc.record({
      comparator: fc.constantFrom('equal', 'greater_than'),
      field: fc.constant({ api_name: 'Closing_Date' }),
      value: fc.constantFrom('2026-01-31', `\${${'TODAY'}}`),
    }),
  );

const criteria = (offer: Offer): fc.Arbitrary<JsonObject> =>
  fc.oneof(
    condition(offer),
    fc.record({
      group_operator: fc.constantFrom('AND', 'OR'),
      group: fc.array(
        fc.oneof(
          condition(offer),
          fc.record({
            group_operator: fc.constant('OR'),
            group: fc.array(condition(offer), { minLength: 1, maxLength: 3 }),
          }),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  );

/** Configurations of Deals that an organisation can hold. */
const configurations = (offer: Offer): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      lock_type: fc.constantFrom('manual', 'automatic', 'both'),
      profiles: fc.subarray(
        offer.profiles.map(({ id, name }) => ({ id, name })),
        { maxLength: 4 },
      ),
      excluded_fields: fc.subarray(
        ['Description', 'Next_Step', 'Amount', 'Regions'].map((api_name) => ({ api_name })),
      ),
      restricted_actions: fc.subarray(['delete', 'tags', 'change_owner']).map((more) => ['update', ...more]),
      restricted_communications: fc.constantFrom(null, ['send_mail']),
      restricted_custom_buttons: fc.subarray(offer.buttons.map(({ id, name }) => ({ id, name }))),
      lock_for_portal_users: fc.boolean(),
      rules: fc.uniqueArray(fc.record({ criteria: criteria(offer), lock_existing_records: fc.boolean() }), {
        selector: (rule) => canonicalCriteria(parseCriteria(rule.criteria ?? null, keySource())),
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map(
      ({ rules, profiles, ...settings }): JsonObject => ({
        ...settings,
        locked_for: profiles.length ? EXCEPTION : 'all_profiles',
        lock_excluded_profiles: profiles.length ? profiles : null,
        ...(settings.lock_type === 'manual'
          ? {}
          : {
              locking_rules: rules.map((rule, i) => ({ name: `Rule ${i + 1}`, ...rule })),
            }),
      }),
    );

describe('a configuration transferred by a file', { timeout: PATIENCE }, () => {
  const first = createSandbox();
  const second = createSandbox({ orgKey: 'second' });
  const [here, there] = [caller(first, 'admin'), caller(second, 'admin')];
  let [source, target]: [Offer | undefined, Offer | undefined] = [undefined, undefined];

  beforeAll(async () => {
    [source, target] = [await offerOf(here, 'Deals'), await offerOf(there, 'Deals')];
  });

  /** Saves it here, and transfers it by a file to what `call` reaches. */
  const transfer = async (offer: Offer, call: CallApi, configuration: Configuration) => {
    const context = { ...offer, module: { apiName: 'Deals', label: 'Deals' } };
    const reading = readExport(JSON.stringify(exportConfiguration(configuration, context), null, 2));
    if (!reading.ok) throw new Error(reading.refusal.problem);
    return async (to: Offer) => {
      const now = await read(call, 'Deals');
      return mapConfiguration(reading.exported, { ...to, configuration: now }, keySource('t'));
    };
  };

  const start = async (body: JsonObject): Promise<Configuration | undefined> => {
    first.org.state.configurations = {};
    const { status } = await save(here, 'Deals', 'POST', body);
    const found = status === 201 ? await read(here, 'Deals') : null;
    return found ?? undefined;
  };

  it('to another organisation means the same there by other ids, be there a configuration or none', async () => {
    if (!source || !target) throw new Error('nothing offered');
    const [mine, theirs] = [source, target];
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(configurations(mine), fc.boolean(), async (body, fresh) => {
        const configuration = await start(body);
        if (!configuration) return;
        if (fresh) second.org.state.configurations = {};
        const { draft, report } = await (await transfer(mine, there, configuration))(theirs);
        expect([report.missing, report.leftOut]).toEqual([[], []]);
        expect(validateConfiguration(draft, { ...theirs, module: 'Deals', limits: DEFAULT_LIMITS })).toEqual(
          [],
        );
        const request = configurationRequest(draft);
        if (request) {
          const [sent] = request.body[KEY];
          expect(JSON.stringify(sent)).not.toMatch(/5843104\d{12}/);
          const { status, body: answer } = await save(there, 'Deals', request.method, sent);
          expect([status, answer]).toEqual([request.method === 'POST' ? 201 : 200, expect.anything()]);
          saved += 1;
        }
        const found = await read(there, 'Deals');
        expect(found && configurationDifferences(meaning(configuration), meaning(found))).toEqual([]);
        const again = await (await transfer(mine, there, configuration))(theirs);
        expect(configurationRequest(again.draft)).toBeNull();
      }),
      { numRuns: 25 },
    );
    expect(saved).toBeGreaterThan(8);
  });

  it('back to where it came from is the same, also when it was deleted there', async () => {
    if (!source) throw new Error('nothing offered');
    const mine = source;
    let whole = 0;
    await fc.assert(
      fc.asyncProperty(configurations(mine), async (body) => {
        const configuration = await start(body);
        if (!configuration) return;
        whole += 1;
        const back = await transfer(mine, here, configuration);
        expect(configurationRequest((await back(mine)).draft)).toBeNull();
        first.org.state.configurations = {};
        const request = configurationRequest((await back(mine)).draft);
        if (request) await save(here, 'Deals', request.method, request.body[KEY][0]);
        const found = await read(here, 'Deals');
        expect(found && configurationDifferences(meaning(configuration), meaning(found))).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(whole).toBeGreaterThan(8);
  });

  it.each(['Leads', 'Quotes', 'Invoices', 'Tasks', 'Products', 'Site_Visits'])(
    'to %s is accepted there, whatever cannot be said',
    async (module) => {
      if (!source) throw new Error('nothing offered');
      const mine = source;
      const offer = await offerOf(there, module);
      await fc.assert(
        fc.asyncProperty(configurations(mine), async (body) => {
          const configuration = await start({ ...body, restricted_communications: null });
          if (!configuration) return;
          const context = { ...mine, module: { apiName: 'Deals', label: 'Deals' } };
          second.org.state.configurations = {};
          const exported = exportConfiguration(configuration, context);
          const { draft, report } = mapConfiguration(
            exported,
            { ...offer, configuration: null },
            keySource('t'),
          );
          const brought = draft.rules.length + report.leftOut.length;
          expect(brought).toBe(configuration.rules.length);
          const problems = validateConfiguration(draft, { ...offer, module, limits: DEFAULT_LIMITS });
          // Leaving out all of something may leave nothing of it; all else is sound.
          expect(['rulesMissing', 'profilesMissing']).toEqual(
            expect.arrayContaining(problems.map(({ code }) => code)),
          );
          const request = configurationRequest(draft);
          if (problems.length || !request) return;
          const { status, body: answer } = await save(there, module, request.method, request.body[KEY][0]);
          expect([status, answer]).toEqual([201, expect.anything()]);
        }),
        { numRuns: 15 },
      );
    },
  );

  it('to an organisation with other names loses nothing unnamed, and what is chosen there by hand goes along', async () => {
    if (!source) throw new Error('nothing offered');
    const mine = source;
    const elsewhere = createSandbox({ orgKey: 'other' });
    const offer = await offerOf(caller(elsewhere, 'admin'), 'Deals');
    const [fewer, renamed] = [new Set<string>(), new Set<string>()];
    // What has another name there is in every configuration, so that chance cannot leave it out of all of them.
    const [profile, button] = [
      mine.profiles.find(({ name }) => name === 'Contracts'),
      mine.buttons.find(({ name }) => name === 'Request Discount'),
    ];
    if (!profile || !button) throw new Error('renamed here');
    const among = (list: Json | undefined, one: Named): readonly Json[] => [
      ...(isList(list) ? list.filter((other) => !isObject(other) || stringAt(other, 'id') !== one.id) : []),
      one,
    ];
    await fc.assert(
      fc.asyncProperty(configurations(mine), async (body) => {
        const configuration = await start({
          ...body,
          excluded_fields: [{ api_name: 'Next_Step' }],
          locked_for: EXCEPTION,
          lock_excluded_profiles: among(body.lock_excluded_profiles, profile),
          restricted_custom_buttons: among(body.restricted_custom_buttons, button),
        });
        if (!configuration) return;
        const context = { ...mine, module: { apiName: 'Deals', label: 'Deals' } };
        const exported = exportConfiguration(configuration, context);
        const target = { ...offer, configuration: null };
        const { draft, report } = mapConfiguration(exported, target, keySource('t'));
        const { excludedProfiles, restrictedButtons, excludedFields } = configuration.settings;
        const named = report.missing.map(({ name }) => name);
        const brought = [
          ...draft.settings.excludedProfiles.map(({ name }) => name),
          ...draft.settings.restrictedButtons.map(({ name }) => name),
          ...draft.settings.excludedFields.map(({ api_name: name }) => name),
          ...draft.rules.map(({ name }) => name),
        ];
        const all = [
          ...[...excludedProfiles, ...restrictedButtons].map(({ name }) => name),
          ...excludedFields.map(({ api_name: name }) => name),
          ...configuration.rules.map(({ name }) => name),
        ];
        const left = [...named, ...report.leftOut.map(({ name }) => name)];
        expect([...brought, ...left].sort()).toEqual(all.sort());
        for (const name of named) fewer.add(name);
        const things = choosableThings({ exported, target, choices: new Map() }, report);
        expect(things.map(({ name }) => name).sort()).toEqual([...new Set(named)].sort());
        const choices = new Map(things.map(({ key, candidates }) => [key, candidates.at(-1)?.id ?? '']));
        const chosen = mapConfiguration(exported, target, keySource('t'), choices);
        expect(chosen.report.missing).toEqual([]);
        for (const { how, from } of chosen.report.mapped) if (how === 'chosen') renamed.add(from);
        // What was chosen can be chosen otherwise.
        const again = choosableThings({ exported, target, choices }, chosen.report);
        expect(again.map(({ key }) => key)).toEqual(things.map(({ key }) => key));
      }),
      { numRuns: 25 },
    );
    expect([...fewer].sort()).toEqual(['Contracts', 'Next_Step', 'Request Discount']);
    expect(renamed).toEqual(fewer);
  });
});
