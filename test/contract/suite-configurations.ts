import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../sandbox/api/json';
import { detailsOf, entryOf, isOffsetTime } from './answers';
import type { ContractApi } from './api';
import { KEY, type Workbench } from './workbench';

/** Leaves the module with manual locking, for the suites that follow. */
export function configurationContract(api: ContractApi, bench: Workbench): void {
  const root = `$.${KEY}[0]`;

  describe('a configuration', () => {
    it('is not there at first', async () => {
      expect((await bench.call('GET', bench.configurationsPath)).status).toBe(204);
    });

    const rule = (name: string, field: string, value: string): JsonObject => ({
      name,
      criteria: { field: { api_name: field }, comparator: 'equal', value },
    });
    const automatic = (...locking_rules: JsonObject[]): JsonObject => ({
      lock_type: 'automatic',
      locking_rules,
    });
    const six = Array.from({ length: 6 }, (_, index) => rule(`R${index}`, api.textField, `${index}`));

    it.each<[what: string, body: JsonObject, code: string, details: JsonObject]>([
      ['no lock type', {}, 'MANDATORY_NOT_FOUND', { json_path: `${root}.lock_type` }],
      ['an unknown lock type', { lock_type: 'never' }, 'INVALID_DATA', { json_path: `${root}.lock_type` }],
      [
        'no rules',
        { lock_type: 'automatic' },
        'DEPENDENT_FIELD_MISSING',
        { json_path: `${root}.locking_rules` },
      ],
      ['six rules', automatic(...six), 'LIMIT_EXCEEDED', { limit: 5, json_path: `${root}.locking_rules` }],
      [
        'one criterion twice',
        automatic(rule('A', api.textField, 'x'), rule('B', api.textField, 'x')),
        'DUPLICATE_DATA',
        { json_path: `${root}.locking_rules[1].criteria` },
      ],
      [
        'one name twice',
        automatic(rule('A', api.textField, 'x'), rule('A', api.textField, 'y')),
        'DUPLICATE_DATA',
        { json_path: `${root}.locking_rules[1].name` },
      ],
      [
        'Tag as an excluded field',
        { lock_type: 'manual', excluded_fields: [{ api_name: 'Tag' }] },
        'NOT_SUPPORTED',
        { json_path: `${root}.excluded_fields[0].api_name` },
      ],
      [
        'an action that is not there',
        { lock_type: 'manual', restricted_actions: ['update', 'fly'] },
        'INVALID_DATA',
        { json_path: `${root}.restricted_actions[1]`, supported_values: expect.any(Array) },
      ],
    ])('is refused for %s, at its place in the body', async (_what, body, code, details) => {
      const answer = await bench.configure(body);
      expect(entryOf(answer).code).toBe(code);
      expect(detailsOf(answer)).toMatchObject(details);
    });

    it('is made', async () => {
      const answer = await bench.configure({
        lock_type: 'manual',
        restricted_actions: ['update', 'delete'],
        excluded_fields: [{ api_name: api.excludedField }],
      });
      expect(answer.status).toBe(201);
      expect(entryOf(answer)).toMatchObject({
        code: 'SUCCESS',
        message: 'record locking configuration created successfully',
      });
    });

    it('is read with every key that the settings page shows', async () => {
      const configuration = await bench.configuration();
      expect(configuration).toMatchObject({
        lock_type: 'manual',
        locked_for: 'all_profiles',
        excluded_fields: [{ api_name: api.excludedField, id: expect.any(String) }],
        restricted_actions: expect.arrayContaining(['update', 'delete']),
        restricted_communications: null,
        restricted_custom_buttons: null,
        lock_excluded_profiles: null,
        lock_for_portal_users: true,
        feature_type: 'record_locking',
        system_defined: false,
        modified_by: { id: expect.any(String), name: expect.any(String) },
      });
      expect(isOffsetTime(configuration?.modified_time)).toBe(true);
    });

    it('is changed by its id in the body, and by its id in the address', async () => {
      const locks = (...restricted_actions: string[]): JsonObject => ({
        lock_type: 'manual',
        restricted_actions,
        excluded_fields: [{ api_name: api.excludedField }],
      });
      const success = {
        code: 'SUCCESS',
        message: 'record locking configuration updated successfully',
      };
      const actions = async () => (await bench.configuration())?.restricted_actions;
      expect(entryOf(await bench.reconfigure(locks('update')))).toMatchObject(success);
      expect(await actions()).toEqual(['update']);
      expect(entryOf(await bench.reconfigureNamed(locks('update', 'delete')))).toMatchObject(success);
      expect(await actions()).toEqual(expect.arrayContaining(['update', 'delete']));
    });

    it('is deleted by its id in the query, and can be made anew', async () => {
      expect(entryOf(await bench.removeConfiguration('listed'))).toMatchObject({
        code: 'SUCCESS',
        message: 'record locking configuration deleted',
      });
      expect((await bench.call('GET', bench.configurationsPath)).status).toBe(204);
      const answer = await bench.configure({
        lock_type: 'manual',
        restricted_actions: ['update', 'delete'],
        excluded_fields: [{ api_name: api.excludedField }],
      });
      expect(entryOf(answer).code).toBe('SUCCESS');
    });

    it('is one for each module', async () => {
      const answer = await bench.configure({ lock_type: 'manual' });
      expect([entryOf(answer).code, detailsOf(answer).param_name]).toEqual(['LIMIT_EXCEEDED', 'module']);
    });
  });
}
