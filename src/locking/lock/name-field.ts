/** The field that holds a record's name, in Zoho's own modules that can be locked. */
const NAME_FIELDS: ReadonlyMap<string, string> = new Map([
  ['Leads', 'Full_Name'],
  ['Contacts', 'Full_Name'],
  ['Accounts', 'Account_Name'],
  ['Deals', 'Deal_Name'],
  ['Vendors', 'Vendor_Name'],
  ['Price_Books', 'Price_Book_Name'],
  ['Products', 'Product_Name'],
  ['Solutions', 'Solution_Title'],
  ['Quotes', 'Subject'],
  ['Sales_Orders', 'Subject'],
  ['Purchase_Orders', 'Subject'],
  ['Invoices', 'Subject'],
  ['Cases', 'Subject'],
  ['Tasks', 'Subject'],
]);

/** The API name of a module's name field. Modules that users make call it `Name`, so that no call is needed to find it. */
export const nameFieldOfModule = (module: string): string => NAME_FIELDS.get(module) ?? 'Name';
