import { oneOf } from './random';

/** Companies and matters, none of them real; contacts are named by what they do. */
const COMPANIES = [
  'Commercial Press',
  'Northern Paper Works',
  'Harbour Logistics',
  'Green Valley Schools',
  'Atlas Bridge Builders',
  'Sunrise Bakeries',
  'Copper Line Energy',
  'Lakeside Clinics',
  'Granite Quarries',
  'Silver Street Books',
  'Old Mill Textiles',
  'Bright Roof Solar',
  'River Delta Shipping',
  'Pine Forest Timber',
  'Central Market Hall',
  'Eastgate Motors',
] as const;
const MATTERS = [
  'annual printing contract',
  'warehouse extension',
  'licence renewal',
  'spare parts',
  'training package',
  'maintenance plan',
  'framework agreement',
  'pilot project',
  'rollout, phase two',
  'consulting days',
] as const;
const DUTIES = [
  'Head of Purchasing',
  'Plant Manager',
  'Accounts Payable',
  'Reception',
  'Managing Director',
  'IT Desk',
] as const;
const CITIES = ['Chennai', 'Austin', 'Hamburg', 'Dubai', 'Osaka', 'Leeds'] as const;

type Next = () => number;

export const company = (next: Next, index: number): string =>
  index < COMPANIES.length ? (COMPANIES[index] ?? COMPANIES[0]) : `${oneOf(next, COMPANIES)} ${index + 1}`;
export const matter = (next: Next): string => `${oneOf(next, COMPANIES)}: ${oneOf(next, MATTERS)}`;
export const duty = (next: Next): string => `${oneOf(next, DUTIES)}, ${oneOf(next, COMPANIES)}`;
export const city = (next: Next): string => oneOf(next, CITIES);

export const ODD_NAMES = {
  rightToLeft: 'مطبعة التجارة: عقد الطباعة السنوي (Deal 7)',
  emoji: 'Launch 🚀 & party 🎉 👩‍👩‍👧‍👦 for Sunrise Bakeries',
  markup: '<script>alert("locked")</script> & <b>bold</b> offer',
  long: `Framework agreement ${'for paper, ink and plates '.repeat(20)}`.slice(0, 299).concat('.'),
} as const;
