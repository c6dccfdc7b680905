import { type FieldSpec, field, lookup, multi, pick } from './field-kinds';
import type { ModuleSpec } from './module-spec';

const TOTALS: readonly FieldSpec[] = [
  field('currency', 'Sub_Total', { readOnly: true }),
  field('currency', 'Discount'),
  field('currency', 'Tax', { readOnly: true }),
  field('currency', 'Grand_Total', { readOnly: true }),
  field('textarea', 'Terms_and_Conditions', { length: 32_000 }),
];

/** Quotes, orders and invoices: a subject, a status, totals that are computed, and items in a subform. */
const inventory = (
  name: string,
  id: number,
  singular: string,
  plural: string,
  statuses: readonly string[],
  own: readonly FieldSpec[],
): ModuleSpec => ({
  name,
  id,
  singular,
  plural,
  nameField: 'Subject',
  locking: true,
  mail: true,
  fields: [
    field('text', 'Subject', { mandatory: true, length: 300 }),
    pick(name === 'Quotes' ? 'Quote_Stage' : 'Status', statuses),
    ...own,
    ...TOTALS,
  ],
});

export const INVENTORY_MODULES: readonly ModuleSpec[] = [
  {
    name: 'Products',
    id: 2185,
    singular: 'Product',
    plural: 'Products',
    nameField: 'Product_Name',
    locking: true,
    mail: false,
    fields: [
      field('text', 'Product_Name', { mandatory: true, length: 300 }),
      field('text', 'Product_Code'),
      pick('Product_Category', ['Hardware', 'Software', 'Service', 'Consumable']),
      field('boolean', 'Product_Active'),
      field('currency', 'Unit_Price'),
      field('double', 'Qty_in_Stock', { label: 'Quantity in Stock' }),
      multi('Tax', ['Sales Tax', 'Vat']),
    ],
  },
  {
    name: 'Vendors',
    id: 2187,
    singular: 'Vendor',
    plural: 'Vendors',
    nameField: 'Vendor_Name',
    locking: true,
    mail: true,
    fields: [
      field('text', 'Vendor_Name', { mandatory: true, length: 300 }),
      field('email', 'Email'),
      field('phone', 'Phone'),
      field('website', 'Website'),
      pick('Category', ['Materials', 'Transport', 'Services']),
    ],
  },
  {
    name: 'Price_Books',
    id: 2189,
    singular: 'Price Book',
    plural: 'Price Books',
    nameField: 'Price_Book_Name',
    locking: true,
    mail: false,
    fields: [
      field('text', 'Price_Book_Name', { mandatory: true, length: 300 }),
      field('boolean', 'Active'),
      pick('Pricing_Model', ['Flat', 'Differential']),
    ],
  },
  inventory(
    'Quotes',
    2201,
    'Quote',
    'Quotes',
    ['Draft', 'Negotiation', 'Delivered', 'On Hold', 'Confirmed'],
    [
      lookup('Deal_Name', 'Deals'),
      lookup('Account_Name', 'Accounts'),
      field('date', 'Valid_Till'),
      field('subform', 'Quoted_Items'),
    ],
  ),
  inventory(
    'Sales_Orders',
    2203,
    'Sales Order',
    'Sales Orders',
    ['Created', 'Approved', 'Delivered', 'Cancelled'],
    [lookup('Account_Name', 'Accounts'), field('date', 'Due_Date'), field('subform', 'Ordered_Items')],
  ),
  inventory(
    'Purchase_Orders',
    2205,
    'Purchase Order',
    'Purchase Orders',
    ['Created', 'Approved', 'Delivered', 'Cancelled'],
    [lookup('Vendor_Name', 'Vendors'), field('date', 'Due_Date'), field('subform', 'Purchase_Items')],
  ),
  inventory(
    'Invoices',
    2207,
    'Invoice',
    'Invoices',
    ['Created', 'Sent', 'Paid', 'Overdue', 'Cancelled'],
    [
      lookup('Account_Name', 'Accounts'),
      field('date', 'Invoice_Date'),
      field('date', 'Due_Date'),
      field('subform', 'Invoiced_Items'),
    ],
  ),
];
