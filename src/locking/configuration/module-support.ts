/** The standard modules whose records can be locked. */
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
 * Whether Zoho locks records of a module. `unknown`: only reading its configuration tells. `extension`: made by an extension.
 * `zoho`: a standard module that cannot be locked.
 */
export type ModuleSupport = 'yes' | 'unknown' | 'extension' | 'zoho';

/**
 * Decides from the reply of `settings/modules`, which has no word for "made by an extension": such a module is `custom` too,
 * and has the namespace of its extension in its API name (`acme__Shipments`).
 */
export function moduleSupport(apiName: string, generatedType: string | null): ModuleSupport {
  if (LOCKABLE.has(apiName)) return 'yes';
  if (generatedType === 'custom') return /^[a-z]\w*?__\w/i.test(apiName) ? 'extension' : 'yes';
  return generatedType === 'default' ? 'zoho' : 'unknown';
}
