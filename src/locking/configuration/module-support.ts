/** The modules of Zoho's own whose records can be locked. */
const LOCKABLE: ReadonlySet<string> = new Set([
  'Leads',
  'Contacts',
  'Accounts',
  'Deals',
  'Quotes',
  'Sales_Orders',
  'Purchase_Orders',
  'Invoices',
  'Vendors',
  'Price_Books',
  'Cases',
  'Solutions',
  'Tasks',
  'Products',
]);

/**
 * Whether Zoho locks records of a module. `unknown`: nothing tells, so asking for its configuration has to.
 * `extension`: made by an extension. `zoho`: one of Zoho's own that cannot be locked.
 */
export type ModuleSupport = 'yes' | 'unknown' | 'extension' | 'zoho';

/**
 * Judges by what `settings/modules` tells. It has no word for "made by an extension": such a module is `custom` as well,
 * and carries the namespace of its extension in its API name (`acme__Shipments`).
 */
export function moduleSupport(apiName: string, generatedType: string | null): ModuleSupport {
  if (LOCKABLE.has(apiName)) return 'yes';
  if (generatedType === 'custom') return /^[a-z]\w*?__\w/i.test(apiName) ? 'extension' : 'yes';
  return generatedType === 'default' ? 'zoho' : 'unknown';
}
