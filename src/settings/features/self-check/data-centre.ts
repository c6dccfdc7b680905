/** Zoho's data centres by the end of the CRM page's host name (assumption S2). */
const CENTRES: readonly (readonly [ending: string, name: string])[] = [
  ['zoho.com.au', 'AU'],
  ['zoho.com.cn', 'CN'],
  ['zoho.com', 'US'],
  ['zoho.eu', 'EU'],
  ['zoho.in', 'IN'],
  ['zoho.jp', 'JP'],
  ['zohocloud.ca', 'CA'],
  ['zoho.sa', 'SA'],
];

/** The data centre that an origin belongs to, null for any other host. */
export function dataCentre(origin: string): string | null {
  const { hostname } = new URL(origin);
  const fits = (ending: string) => hostname === ending || hostname.endsWith(`.${ending}`);
  return CENTRES.find(([ending]) => fits(ending))?.[1] ?? null;
}
