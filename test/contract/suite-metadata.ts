import { describe, expect, it } from 'vitest';
import { isArray, isObject } from '../sandbox/api/json';
import { entryOf, isLongId, listOf } from './answers';
import type { ContractApi } from './api';

export function metadataContract({ administrator, module, unsupportedModule }: ContractApi): void {
  describe('metadata', () => {
    it('names the modules', async () => {
      const modules = listOf(await administrator('GET', '/settings/modules'), 'modules');
      const names = modules.map((one) => one.api_name);
      expect(names).toEqual(expect.arrayContaining([module, unsupportedModule]));
      for (const one of modules) expect(typeof one.generated_type).toBe('string');
    });

    it('describes the fields of a module', async () => {
      const fields = listOf(await administrator('GET', `/settings/fields?module=${module}`), 'fields');
      expect(fields.length).toBeGreaterThan(5);
      for (const field of fields) {
        expect(isLongId(field.id)).toBe(true);
        for (const key of ['api_name', 'field_label', 'data_type']) expect(typeof field[key]).toBe('string');
        expect(typeof field.read_only).toBe('boolean');
      }
      expect(fields.find((field) => field.api_name === 'Locked__s')?.data_type).toBe('boolean');
      const picklist = fields.find((field) => field.data_type === 'picklist');
      // Not every module has one.
      if (!picklist) return;
      const [value] = isArray(picklist.pick_list_values) ? picklist.pick_list_values.filter(isObject) : [];
      expect(value).toMatchObject({ display_value: expect.any(String), actual_value: expect.any(String) });
    });

    it('names the profiles', async () => {
      const profiles = listOf(await administrator('GET', '/settings/profiles'), 'profiles');
      expect(profiles.length).toBeGreaterThan(0);
      for (const profile of profiles)
        expect([isLongId(profile.id), typeof profile.name]).toEqual([true, 'string']);
    });

    it('tells who the caller is and how they read dates', async () => {
      const [user] = listOf(await administrator('GET', '/users?type=CurrentUser'), 'users');
      expect(isLongId(user?.id)).toBe(true);
      expect(user?.profile).toMatchObject({ id: expect.any(String), name: expect.any(String) });
      for (const key of ['language', 'locale', 'time_zone', 'date_format', 'time_format'])
        expect(typeof user?.[key]).toBe('string');
    });

    it('tells the limits of a configuration', async () => {
      const path = '/__features/record_locking_configurations';
      const [feature] = listOf(await administrator('GET', path), '__features');
      expect(feature?.module_supported).toBe(true);
      const components = isArray(feature?.components) ? feature.components.filter(isObject) : [];
      const limits = { limits: { edition_limit: expect.any(Number), total: expect.any(Number) } };
      for (const name of [
        'excluded_fields',
        'locking_rules',
        'restricted_custom_buttons',
        'excluded_profiles',
      ])
        expect(components.find((one) => one.api_name === name)?.details).toMatchObject(limits);
    });

    it('names the custom buttons of a module, or refuses in the usual form [C8]', async () => {
      const answer = await administrator('GET', `/settings/custom_buttons?module=${module}`);
      const isRefused = answer.status >= 400 && typeof entryOf(answer).code === 'string';
      expect(isRefused || answer.status === 204 || answer.status === 200).toBe(true);
      for (const button of listOf(answer, 'custom_buttons'))
        expect([isLongId(button.id), typeof button.name]).toEqual([true, 'string']);
    });

    it('refuses a module that is not there', async () => {
      const answer = await administrator(
        'GET',
        '/No_Such_Module/1/Locking_Information__s?fields=Locked_Reason__s',
      );
      expect(entryOf(answer).code).toBe('INVALID_MODULE');
    });
  });
}
