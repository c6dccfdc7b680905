import { at, type Shape, shapesOf, textOf } from '../shape';
import { type HostPage, NotBuilt } from './host-page';
import { API, ask, idOf, moduleOf } from './older-calls';

/** `ZOHO.CRM.META`: what a module is made of. */
export async function readMetadata(data: Shape, page: HostPage): Promise<unknown> {
  const module = moduleOf(data);
  const list = (path: string) => ask(page, 'GET', ['settings', path], { query: { module } });
  const one = (path: string) => ask(page, 'GET', ['settings', path, idOf(data, 'Id')], { query: { module } });
  switch (data.type) {
    case 'MODULE_LIST':
      return ask(page, 'GET', ['settings', 'modules']);
    case 'FIELD_LIST':
      return list('fields');
    case 'LAYOUTS':
      return list('layouts');
    case 'LAYOUT':
      return one('layouts');
    case 'RELATED_LIST':
      return list('related_lists');
    case 'CUSTOM_VIEWS':
      return list('custom_views');
    case 'CUSTOM_VIEW':
      return one('custom_views');
    default:
      throw new NotBuilt(`the metadata ${data.type}`);
  }
}

/** `ZOHO.CRM.CONFIG` and `getOrgVariable`. The page knows these anyway, so they cost no call and never fail. */
export async function readConfig(data: Shape, page: HostPage): Promise<unknown> {
  switch (data.type) {
    case 'USER_PREFERENCE':
      return { mode: page.mode() };
    case 'CURRENT_USER': {
      const { data: reply } = await page.requests.own('GET', `${API}/users?type=CurrentUser`);
      const language = page.language();
      const mine = { language, locale: language, locale_code: language };
      return { users: shapesOf(at(reply, 'users')).map((user) => ({ ...user, ...mine })) };
    }
    case 'ORG':
      return (await page.requests.own('GET', `${API}/org`)).data;
    case 'ORG_LEVEL_INFO':
      return environment(page);
    case 'VARIABLE':
      return variables(data.nameSpace, page);
    default:
      throw new NotBuilt(`the configuration ${data.type}`);
  }
}

async function environment(page: HostPage): Promise<unknown> {
  const [org, user] = await Promise.all([
    page.requests.own('GET', `${API}/org`),
    page.requests.own('GET', `${API}/users?type=CurrentUser`),
  ]);
  return {
    deployment: 'US',
    ZGID: shapesOf(at(org.data, 'org'))[0]?.zgid ?? null,
    ZUID: shapesOf(at(user.data, 'users'))[0]?.zuid ?? null,
    appDetails: { appUrl: new URL(page.pageUrl()).origin },
  };
}

/** One variable by name, or several by `{apiKeys}`: the two answers have different shapes, as Zoho's have. */
async function variables(nameSpace: unknown, page: HostPage): Promise<unknown> {
  const valueNamed = async (name: string) => {
    const path = `${API}/settings/variables/${encodeURIComponent(name)}`;
    const { data } = await page.requests.own('GET', path);
    return shapesOf(at(data, 'variables'))[0]?.value ?? null;
  };
  const single = textOf(nameSpace) || textOf(at(nameSpace, 'nameSpace'));
  if (single) return { Success: { Content: await valueNamed(single) } };
  const keys = at(nameSpace, 'apiKeys');
  const names = Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  const values = await Promise.all(names.map(async (name) => [name, { value: await valueNamed(name) }]));
  return { Success: { content: Object.fromEntries(values) } };
}

/** `getAllUsers` and `getUser`. */
export async function readUsers(data: Shape, page: HostPage): Promise<unknown> {
  if (data.ID !== undefined) return ask(page, 'GET', ['users', idOf(data, 'ID')]);
  const query = { type: data.Type, page: data.page, per_page: data.per_page };
  return ask(page, 'GET', ['users'], { query });
}

/** `getAllProfiles` and `getProfile`. */
export async function readProfiles(data: Shape, page: HostPage): Promise<unknown> {
  if (data.type === 'GET_PROFILE') return ask(page, 'GET', ['settings', 'profiles', idOf(data, 'ID')]);
  return ask(page, 'GET', ['settings', 'profiles']);
}
