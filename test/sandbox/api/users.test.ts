import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { isArray, isObject, type JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const users = async (user: string, query: string): Promise<JsonObject[]> => {
    const { body } = await caller(sandbox, user)('GET', `/users?${query}`);
    return isObject(body) && isArray(body.users) ? body.users.filter(isObject) : [];
  };
  return { sandbox, users, as: (user: string) => caller(sandbox, user) };
}

describe('the current user', () => {
  it.each([
    ['admin', 'en_US', 'en_US', 'Period', 'Comma', 'America/New_York'],
    ['viewer', 'de_DE', 'de_DE', 'Comma', 'Period', 'Europe/Berlin'],
    // The language of words and the signs of numbers need not go together.
    ['admin2', 'en_GB', 'en_GB', 'Comma', 'Space', 'Europe/London'],
    ['exempt', 'en_US', 'en_IN', 'Period', 'Comma', 'Asia/Kolkata'],
  ])('%s has a language, a locale and signs for numbers', async (user, ...words) => {
    const [language, locale, decimal_separator, number_separator, time_zone] = words;
    expect(await open().users(user, 'type=CurrentUser')).toMatchObject([
      { language, locale, decimal_separator, number_separator, time_zone, zuid: expect.any(String) },
    ]);
  });

  it('may be told without them', async () => {
    const [user] = await open({ userLocale: 'missing' }).users('viewer', 'type=CurrentUser');
    for (const key of ['language', 'locale', 'decimal_separator', 'number_separator'])
      expect(user).not.toHaveProperty(key);
  });
});

describe('active users', () => {
  it('have what a picker shows', async () => {
    const [found] = await open().users('admin', `type=ActiveUsers&ids=${known.salesUser}`);
    expect(found).toMatchObject({
      id: known.salesUser,
      full_name: 'Patricia Boyle',
      email: 'sales@sandbox.example',
      profile: { name: 'Sales' },
      role: { name: 'Sales Team' },
      status: 'active',
    });
  });

  it('leave out those who have left, who are still among all', async () => {
    const { users } = open({ inactive: 'sales' });
    expect(await users('admin', `type=ActiveUsers&ids=${known.salesUser}`)).toEqual([]);
    expect(await users('admin', `type=AllUsers&ids=${known.salesUser}`)).toMatchObject([
      { status: 'inactive' },
    ]);
    expect(await users('admin', 'type=DeactiveUsers')).toMatchObject([{ id: known.salesUser }]);
  });

  it.each([
    ['nobody', { admin: 403, sales: 403 }],
    ['administrators', { admin: 200, sales: 403 }],
    ['sales, viewer', { admin: 403, sales: 200, viewer: 200 }],
  ])('are read by %s', async (mayReadUsers, expected) => {
    const { as } = open({ mayReadUsers });
    for (const [user, status] of Object.entries(expected)) {
      const answer = await as(user)('GET', '/users?type=ActiveUsers');
      expect([user, answer.status]).toEqual([user, status]);
      expect((await as(user)('GET', '/users?type=CurrentUser')).status).toBe(200);
    }
  });

  it('are read one by one with the same right, oneself always', async () => {
    const { as } = open({ mayReadUsers: 'nobody' });
    expect((await as('sales')('GET', `/users/${known.salesUser}`)).status).toBe(200);
    expect(await as('sales')('GET', `/users/${known.administrator}`)).toMatchObject({
      status: 403,
      body: { code: 'NO_PERMISSION' },
    });
  });
});
