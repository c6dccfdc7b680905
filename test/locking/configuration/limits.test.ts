import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, limitsFromFeatures } from '../../../src/locking/configuration/limits';

const component = (api_name: string, limits: object) => ({ api_name, details: { limits } });
const reply = (...components: object[]) => ({
  __features: [
    { api_name: 'record_locking_configurations', module_supported: true, details: {}, components },
  ],
  info: {},
});

describe('the limits of an organisation', () => {
  it('are read from its features', () => {
    const feature = limitsFromFeatures(
      reply(
        component('excluded_fields', { edition_limit: 15, total: 20 }),
        component('locking_rules', { edition_limit: 7 }),
        component('restricted_custom_buttons', { edition_limit: 30, total: 30 }),
        component('excluded_profiles', { total: 3 }),
      ),
    );
    expect(feature).toEqual({
      available: true,
      limits: { rules: 7, excludedFields: 20, excludedProfiles: 3, restrictedButtons: 30, nameLength: 256 },
    });
  });

  it.each(['7', -1, 1.5, null])('are the documented ones where one is %j', (total) => {
    expect(limitsFromFeatures(reply(component('locking_rules', { total }))).limits).toEqual(DEFAULT_LIMITS);
  });

  it('may be none of one thing, and the feature be there', () => {
    const feature = limitsFromFeatures(reply(component('restricted_custom_buttons', { total: 0 })));
    expect(feature).toEqual({ available: true, limits: { ...DEFAULT_LIMITS, restrictedButtons: 0 } });
  });

  it('are found beside what is no feature', () => {
    const { __features: features } = reply(component('locking_rules', { total: 9 }));
    expect(limitsFromFeatures({ __features: [null, 'x', ...features] }).limits.rules).toBe(9);
  });

  it('are the documented ones where nothing, or nonsense, is said', () => {
    expect(
      limitsFromFeatures(reply(component('locking_rules', { total: 'many' }), { api_name: 'x' })),
    ).toEqual({
      available: true,
      limits: DEFAULT_LIMITS,
    });
    expect(DEFAULT_LIMITS).toEqual({
      rules: 5,
      excludedFields: 15,
      excludedProfiles: 15,
      restrictedButtons: 30,
      nameLength: 256,
    });
  });

  it.each([
    ['lacks the feature', { __features: [{ api_name: 'blueprint' }] }, false],
    [
      'allows none of it',
      reply(
        ...['excluded_fields', 'locking_rules', 'restricted_custom_buttons', 'excluded_profiles'].map(
          (name) => component(name, { edition_limit: 0, total: 0 }),
        ),
      ),
      false,
    ],
    ['says nothing', {}, 'unknown'],
    ['is empty', null, 'unknown'],
    ['is text', '<html>', 'unknown'],
  ])('a reply that %s', (_, body, available) => {
    expect(limitsFromFeatures(body).available).toBe(available);
  });
});
