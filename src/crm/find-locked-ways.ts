import { isObject } from '../base/json';
import { type CrmError, errorOf, fail, ok, type Result } from './errors';
import {
  byQuery,
  isAboutTheWay,
  LOCKED_WAYS,
  type LockedCursor,
  type LockedPage,
  type LockedWay,
} from './find-locked-records';
import { type ListedRecord, listedFields, parseListed } from './listed-record';
import { flag, isEmpty, text } from './parse';
import { segment } from './paths';
import { askForList, readList } from './read-list';
import type { Send } from './transport';

const PAGE = 200;
/** Rows that pages of a list or a search reach without a token. */
const REACH = 2_000;

/**
 * The first locked records of a module. One call where the query is taken; each way that Zoho refuses costs one more. `from`: the
 * way that is known to answer.
 */
export async function findLockedRecords(
  send: Send,
  module: string,
  from: LockedWay = 'query',
): Promise<Result<LockedPage>> {
  let refusal: CrmError | null = null;
  for (const way of LOCKED_WAYS.slice(LOCKED_WAYS.indexOf(from))) {
    const page = await FIRST_PAGES[way](send, module);
    if (page.ok || !isAboutTheWay(page.error)) return page;
    refusal = page.error;
  }
  return refusal ? { ok: false, error: refusal } : fail('notSupported');
}

/** Goes on where a page ended; one call. */
export function findMoreLocked(
  send: Send,
  module: string,
  cursor: LockedCursor,
): Promise<Result<LockedPage>> {
  switch (cursor.way) {
    case 'query':
      return byQuery(send, module, cursor.after);
    case 'view':
      return byView(send, module, cursor.view, cursor.page, cursor.token);
    case 'search':
      return bySearch(send, module, cursor.page);
  }
}

const FIRST_PAGES: Readonly<Record<LockedWay, (send: Send, module: string) => Promise<Result<LockedPage>>>> =
  {
    query: (send, module) => byQuery(send, module, null),
    view: firstOfView,
    search: (send, module) => bySearch(send, module, 1),
  };

/** The system view is known by its name for machines: the one for people is translated. */
async function firstOfView(send: Send, module: string): Promise<Result<LockedPage>> {
  const views = await readList(
    send,
    { path: '/crm/v8/settings/custom_views', query: { module: segment('Module', module) } },
    'custom_views',
  );
  if (!views.ok) return views;
  const view = views.value.find(({ system_name: name }) => /^ALLLOCKED/i.test(text(name) ?? ''));
  const id = view && text(view.id);
  return id && /^\d{1,30}$/.test(id) ? byView(send, module, id, 1, null) : fail('notSupported');
}

async function byView(
  send: Send,
  module: string,
  view: string,
  page: number,
  token: string | null,
): Promise<Result<LockedPage>> {
  const place = token === null ? { page: String(page) } : { page_token: token };
  const query = { cvid: view, fields: listedFields(module), per_page: String(PAGE), ...place };
  const found = await readPage(send, module, `/crm/v8/${segment('Module', module)}`, query);
  if (!found.ok) return found;
  const { records, more, token: following } = found.value;
  const reached = page * PAGE >= REACH;
  const next =
    more && !(reached && following === null)
      ? { way: 'view' as const, view, page: page + 1, token: reached ? following : null }
      : null;
  return ok({ way: 'view', records, next, cutOff: more && !next });
}

async function bySearch(send: Send, module: string, page: number): Promise<Result<LockedPage>> {
  const query = {
    criteria: '(Locked__s:equals:true)',
    fields: listedFields(module),
    per_page: String(PAGE),
    page: String(page),
  };
  const found = await readPage(send, module, `/crm/v8/${segment('Module', module)}/search`, query);
  if (!found.ok) return found;
  const { records, more } = found.value;
  const next = more && page * PAGE < REACH ? ({ way: 'search', page: page + 1 } as const) : null;
  return ok({ way: 'search', records, next, cutOff: more && !next });
}

interface Page {
  readonly records: readonly ListedRecord[];
  readonly more: boolean;
  readonly token: string | null;
}

/** A record that the list itself calls unlocked is left out. */
async function readPage(
  send: Send,
  module: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<Result<Page>> {
  const reply = await askForList(send, { method: 'GET', path, query });
  const error = errorOf(reply, 'data');
  if (error) return { ok: false, error };
  if (isEmpty(reply)) return ok({ records: [], more: false, token: null });
  const body = 'body' in reply && isObject(reply.body) ? reply.body : {};
  if (!Array.isArray(body.data)) return fail('unexpected');
  const rows: readonly unknown[] = body.data;
  const info = isObject(body.info) ? body.info : {};
  const parse = parseListed(module);
  return ok({
    records: rows.flatMap((row) => {
      const record = isObject(row) ? parse(row) : null;
      return record && record.locked !== false ? [{ ...record, locked: true }] : [];
    }),
    more: flag(info.more_records) ?? rows.length >= PAGE,
    token: text(info.next_page_token),
  });
}
