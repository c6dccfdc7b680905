import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isJson, isList, isObject, type Json, type JsonObject } from '../../../../src/base/json';
import * as edit from '../../../../src/locking/configuration/draft';
import { type Field, parseField } from '../../../../src/locking/configuration/fields';
import { DEFAULT_LIMITS } from '../../../../src/locking/configuration/limits';
import {
  type Configuration,
  isParseProblem,
  parseConfiguration,
} from '../../../../src/locking/configuration/model';
import * as rules from '../../../../src/locking/configuration/rules';
import { configurationDifferences } from '../../../../src/locking/configuration/saving/differences';
import {
  type ConfigurationRequest,
  configurationRequest,
  intendedConfiguration,
} from '../../../../src/locking/configuration/saving/request';
import { placeOf, problemFromApiError } from '../../../../src/locking/configuration/validation/problems';
import { validateConfiguration } from '../../../../src/locking/configuration/validation/validate-configuration';
import * as tree from '../../../../src/locking/criteria/tree/edit';
import { keySource, type NewKey, newCondition } from '../../../../src/locking/criteria/tree/node';
import { caller } from '../../../sandbox/api/client';
import type { Json as CrmJson } from '../../../sandbox/api/json';
import { createSandbox } from '../../../sandbox/api/sandbox';

type Draft = edit.ConfigurationDraft;
type Step = { readonly what: number; readonly which: number; readonly on: boolean };

const KEY = 'record_locking_configurations';
const PATH = `/settings/${KEY}?module=Deals`;

const steps = fc.array(fc.record({ what: fc.nat(14), which: fc.nat(5), on: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});

const firstOf = (body: unknown, key: string): Json | undefined => {
  const list = isJson(body) && isObject(body) ? body[key] : undefined;
  return isList(list) ? list[0] : undefined;
};

/** One edit that an administrator might make with what the sandbox offers. */
const play = (
  draft: Draft,
  { what, which, on }: Step,
  newKey: NewKey,
  stamp: number,
  offered: Offer,
): Draft => {
  const key = draft.rules[which % Math.max(draft.rules.length, 1)]?.key ?? '';
  const profile = offered.profiles[which % offered.profiles.length] ?? {};
  const field = { api_name: ['Description', 'Next_Step', 'Amount', 'Owner', 'Tag', 'Type'][which] ?? '' };
  const amount = () => newCondition(newKey, { api_name: 'Amount' }, 'greater_than', String(9e9 + stamp));
  const stage = () => newCondition(newKey, { api_name: 'Stage' }, 'equal', `Nowhere ${stamp}`);
  const first = (root: tree.Root) =>
    (root?.kind === 'group' ? root.children[which % 2]?.key : root?.key) ?? '';
  const criteria = (change: (root: tree.Root) => tree.Root) => rules.editCriteria(draft, key, change);
  return (
    [
      () => edit.setLockType(draft, which < 3 ? 'both' : which < 5 ? 'automatic' : 'manual'),
      () => edit.setLockedFor(draft, on ? 'all_profiles' : 'all_profiles_except_excluded_profiles'),
      () => edit.setPortalUsersLocked(draft, on),
      () => edit.setActionRestricted(draft, ['delete', 'tags', 'change_owner'][which % 3] ?? '', on),
      () => edit.setCommunicationRestricted(draft, 'send_mail', on),
      () => edit.addExcludedProfile(draft, profile),
      () => edit.removeExcludedProfile(draft, draft.settings.excludedProfiles[0] ?? {}),
      () => edit.addExcludedField(draft, field),
      () => edit.removeExcludedField(draft, draft.settings.excludedFields[0] ?? {}),
      () => rules.addRuleFrom(draft, newKey, { name: `New ${stamp}`, criteria: amount().source }),
      () => (on ? rules.deleteRule(draft, key) : rules.restoreRule(draft, key)),
      () => rules.setRuleName(draft, key, `Name ${stamp}`),
      () => criteria((root) => tree.addCondition(root, newKey, undefined, on ? amount() : stage())),
      () =>
        criteria((root) =>
          on ? tree.wrapInGroup(root, first(root), newKey, 'OR') : tree.removeNode(root, first(root)),
        ),
      () => criteria((root) => tree.setOperator(root, root?.key ?? '', on ? 'OR' : 'AND')),
    ][what]?.() ?? draft
  );
};

const overTheWire = ({ body }: ConfigurationRequest): CrmJson => JSON.parse(JSON.stringify(body));

interface Offer {
  readonly profiles: readonly JsonObject[];
  readonly fields: readonly Field[];
}

const contextOf = ({ fields }: Offer) => ({ module: 'Deals', limits: DEFAULT_LIMITS, fields });

describe.each(['partial', 'replace'] as const)('against a CRM whose PUT is %s', (putMode) => {
  const sandbox = createSandbox({ putMode });
  const call = caller(sandbox, 'admin');
  const start = structuredClone(sandbox.org.state.configurations);
  const restart = () => {
    sandbox.org.state.configurations = structuredClone(start);
  };
  let offered: Offer;

  const read = async (newKey: NewKey): Promise<Configuration> => {
    const base = parseConfiguration(firstOf((await call('GET', PATH)).body, KEY), newKey);
    if (isParseProblem(base)) throw new Error(base.problem);
    return base;
  };

  beforeAll(async () => {
    const list = async (path: string, key: string) => {
      const { body } = await call('GET', path);
      const found = isJson(body) && isObject(body) ? body[key] : [];
      return isList(found) ? found.filter(isObject) : [];
    };
    offered = {
      profiles: (await list('/settings/profiles', 'profiles')).map(({ id = '', name = '' }) => ({
        id,
        name,
      })),
      fields: (await list('/settings/fields?module=Deals', 'fields')).flatMap((one) => parseField(one) ?? []),
    };
  });

  it('what is found valid is accepted, and reads back as it was meant', async () => {
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        restart();
        const newKey = keySource();
        const base = await read(newKey);
        const draft = sequence.reduce(
          (one, step, i) => play(one, step, newKey, i, offered),
          edit.draftOf(base),
        );
        const request = configurationRequest(draft);
        if (!request || validateConfiguration(draft, contextOf(offered)).length) return;
        const { status, body } = await call(request.method, PATH, overTheWire(request));
        expect([status, body]).toEqual([200, expect.anything()]);
        saved += 1;
        const found = await read(newKey);
        expect(configurationDifferences(intendedConfiguration(draft), found.source)).toEqual([]);
        expect(configurationRequest(edit.draftOf(found))).toBeNull();
      }),
      { numRuns: 150 },
    );
    expect(saved).toBeGreaterThan(10);
  }, 60_000);

  it.each<[string, (draft: Draft, newKey: NewKey) => Draft]>([
    ['a field that cannot stay editable', (d) => edit.addExcludedField(d, { api_name: 'Tag' })],
    ['an action of another module', (d) => edit.setActionRestricted(d, 'convert', true)],
    [
      'a name twice',
      (d, k) =>
        rules.addRuleFrom(d, k, {
          name: 'Closed Won',
          criteria: newCondition(k, { api_name: 'Amount' }, 'equal', '1').source,
        }),
    ],
    [
      'an unknown field',
      (d, k) =>
        rules.addRuleFrom(d, k, {
          name: 'X',
          criteria: newCondition(k, { api_name: 'Gone' }, 'equal', '1').source,
        }),
    ],
    ['no field', (d, k) => rules.addRule(d, k, 'X')],
    [
      'no name',
      (d, k) =>
        rules.addRuleFrom(d, k, {
          name: '',
          criteria: newCondition(k, { api_name: 'Amount' }, 'equal', '1').source,
        }),
    ],
  ])('its refusal of %s is placed where ours is', async (_, change) => {
    restart();
    const newKey = keySource();
    const draft = change(edit.draftOf(await read(newKey)), newKey);
    const [ours] = validateConfiguration(draft, contextOf(offered));
    const request = configurationRequest(draft);
    const { body } = await call('PUT', PATH, request ? overTheWire(request) : {});
    const theirs = problemFromApiError(firstOf(body, KEY));
    if (!ours || theirs === 'unplaced') throw new Error(`not refused: ${JSON.stringify(body)}`);
    expect(placeOf(draft, theirs.path)).toEqual(placeOf(draft, ours.path));
  });
});
