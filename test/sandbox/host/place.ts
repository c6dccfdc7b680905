/** Where in the CRM the page is. */
export type Place =
  | { readonly kind: 'list'; readonly module: string; readonly page: number; readonly word: string }
  | { readonly kind: 'record'; readonly module: string; readonly id: string }
  | { readonly kind: 'web-tab'; readonly name: string; readonly message?: unknown }
  | { readonly kind: 'my-tasks' }
  | { readonly kind: 'settings' };

const FIRST_MODULE = 'Deals';

/**
 * Reads `/crm/tab/Deals`, `/crm/tab/Deals/<id>` and `/crm/settings/widget`, and the short form
 * `/?module=Deals&id=<id>`. Anything else is the list of deals.
 */
export function readPlace(url: URL): Place {
  const [crm, area, module = '', id = ''] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const query = url.searchParams;
  if (crm === 'crm' && area === 'settings') return { kind: 'settings' };
  if (crm === 'crm' && area === 'my-tasks') return { kind: 'my-tasks' };
  if (crm === 'crm' && area === 'web-tab' && module) return { kind: 'web-tab', name: module };
  if (crm === 'crm' && area === 'tab' && module) return placeOf(module, id, query);
  return placeOf(query.get('module') ?? FIRST_MODULE, query.get('id') ?? '', query);
}

function placeOf(module: string, id: string, query: URLSearchParams): Place {
  if (id) return { kind: 'record', module, id };
  const page = Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1);
  return { kind: 'list', module, page, word: query.get('word') ?? '' };
}

/** The module a place belongs to; '' for none. */
export const moduleOf = (place: Place): string => ('module' in place ? place.module : '');

/** The address of a place, without the switches: a path and perhaps a query. */
export function hrefOf(place: Place): string {
  if (place.kind === 'settings') return '/crm/settings/widget';
  if (place.kind === 'my-tasks') return '/crm/my-tasks';
  if (place.kind === 'web-tab') return `/crm/web-tab/${encodeURIComponent(place.name)}`;
  const tab = `/crm/tab/${encodeURIComponent(place.module)}`;
  if (place.kind === 'record') return `${tab}/${encodeURIComponent(place.id)}`;
  const query = new URLSearchParams();
  if (place.page > 1) query.set('page', String(place.page));
  if (place.word) query.set('word', place.word);
  return query.size > 0 ? `${tab}?${query}` : tab;
}

/** An address with the switches' query added. */
export function withQuery(href: string, query: string): string {
  if (!query) return href;
  return href + (href.includes('?') ? '&' : '?') + query;
}
