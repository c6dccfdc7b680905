import type { Catalogue, Person, Profile, Ref } from '../api/types';
import { idOf, KNOWN } from './ids';

/** Users are named by what they do, save the two whom Zoho's own samples name. */
const PROFILES: readonly [name: string, lock: boolean, customize: boolean, description: string][] = [
  ['Administrator', true, true, 'All rights, the right to customise included'],
  ['Standard', true, false, 'All rights save administration'],
  ['Sales', true, false, 'May lock and unlock records'],
  ['Sales (no lock)', false, false, 'Like Sales, without the Lock tool'],
  ['Contracts', true, false, 'Exempt from locks where a configuration says so'],
];
const MORE_PROFILES = [
  'Marketing',
  'Support',
  'Finance',
  'Legal',
  'Logistics',
  'Purchasing',
  'Warehouse',
  'Field Service',
  'Management',
  'Human Resources',
  'Quality',
  'Partner Desk',
  'Reception',
  'Research',
  'Training',
];
const ROLES = ['CEO', 'Manager', 'Sales Team', 'Contracts Team', 'Back Office'];

/** key, number, name, profile, role, description, language, locale, time zone, date format, time format */
type Row = readonly [string, number, string, string, string, string, string, string, string, string, string];
const PEOPLE: readonly Row[] = [
  [
    'admin',
    KNOWN.administrator,
    'John Smith',
    'Administrator',
    'CEO',
    'Administrator: configures locking; locked out like anybody else',
    'en_US',
    'en_US',
    'America/New_York',
    'MM/dd/yyyy',
    'hh:mm a',
  ],
  [
    'admin2',
    424_011,
    'Second Administrator',
    'Administrator',
    'CEO',
    'A second administrator, to change things behind the first one',
    'en_GB',
    'en_GB',
    'Europe/London',
    'dd/MM/yyyy',
    'HH:mm',
  ],
  [
    'sales',
    KNOWN.sales,
    'Patricia Boyle',
    'Sales',
    'Sales Team',
    'Sales user with the Lock permission',
    'en_US',
    'en_US',
    'America/Los_Angeles',
    'MM/dd/yyyy',
    'hh:mm a',
  ],
  [
    'viewer',
    424_681,
    'Sales without Lock',
    'Sales (no lock)',
    'Sales Team',
    'Sales user who may neither lock nor unlock',
    'de_DE',
    'de_DE',
    'Europe/Berlin',
    'dd.MM.yyyy',
    'HH:mm',
  ],
  [
    'exempt',
    424_691,
    'Contracts Desk',
    'Contracts',
    'Contracts Team',
    'Exempt profile: may edit locked deals, quotes and invoices',
    'en_US',
    'en_IN',
    'Asia/Kolkata',
    'dd-MM-yyyy',
    'hh:mm a',
  ],
];
const STAFF = 40;

type Numbers = Pick<Person, 'decimal_separator' | 'number_separator'>;

/** As the locale has it, save for one person who chose otherwise. */
function numbersOf(key: string, locale: string): Numbers {
  if (key === 'admin2') return { decimal_separator: 'Comma', number_separator: 'Space' };
  return locale.startsWith('de')
    ? { decimal_separator: 'Comma', number_separator: 'Period' }
    : { decimal_separator: 'Period', number_separator: 'Comma' };
}

export function buildPeople(
  prefix: string,
  large: boolean,
): Pick<Catalogue, 'profiles' | 'roles' | 'people' | 'staff'> {
  const more = MORE_PROFILES.concat(
    Array.from({ length: large ? 180 : 0 }, (_, index) => `Regional Desk ${index + 1}`),
  );
  const profiles: Profile[] = [
    ...PROFILES,
    ...more.map((name) => [name, true, false, `For ${name}`] as const),
  ].map(([name, lock, customize, description], index) => ({
    id: idOf(prefix, 26_011 + 3 * index),
    name,
    description,
    lock,
    customize,
  }));
  const roles: Ref[] = ROLES.map((name, index) => ({ id: idOf(prefix, 26_805 + 3 * index), name }));
  const refTo = (list: readonly Ref[], name: string): Ref => {
    const found = list.find((one) => one.name === name);
    return { id: found?.id ?? '', name };
  };
  const person = (row: Row): Person => ({
    key: row[0],
    id: idOf(prefix, row[1]),
    name: row[2],
    email: `${row[0]}@sandbox.example`,
    profile: refTo(profiles, row[3]),
    role: refTo(roles, row[4]),
    description: row[5],
    language: row[6],
    locale: row[7],
    time_zone: row[8],
    date_format: row[9],
    time_format: row[10],
    ...numbersOf(row[0], row[7]),
    rtl_enabled: /^(ar|he|iw)/.test(row[6]),
    zuid: `6${String(row[1]).padStart(8, '0')}`,
  });
  const staff = Array.from({ length: STAFF }, (_, index): Person => {
    const name = `${MORE_PROFILES[index % MORE_PROFILES.length] ?? 'Desk'} Clerk ${index + 1}`;
    const profile = MORE_PROFILES[index % MORE_PROFILES.length] ?? 'Standard';
    const place = ['en_US', 'en_US', 'America/Chicago', 'MM/dd/yyyy', 'hh:mm a'] as const;
    return person([`clerk${index + 1}`, 425_001 + 3 * index, name, profile, 'Back Office', '', ...place]);
  });
  return { profiles, roles, people: PEOPLE.map(person), staff };
}
