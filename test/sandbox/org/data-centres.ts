/** Zoho's data centres: an account lives in one of them, and its tokens are good nowhere else. */
const DOMAINS = {
  us: { accounts: 'accounts.zoho.com', api: 'www.zohoapis.com' },
  eu: { accounts: 'accounts.zoho.eu', api: 'www.zohoapis.eu' },
  in: { accounts: 'accounts.zoho.in', api: 'www.zohoapis.in' },
  au: { accounts: 'accounts.zoho.com.au', api: 'www.zohoapis.com.au' },
  jp: { accounts: 'accounts.zoho.jp', api: 'www.zohoapis.jp' },
  cn: { accounts: 'accounts.zoho.com.cn', api: 'www.zohoapis.com.cn' },
  ca: { accounts: 'accounts.zohocloud.ca', api: 'www.zohoapis.ca' },
  sa: { accounts: 'accounts.zoho.sa', api: 'www.zohoapis.sa' },
} as const;

export type DataCentre = keyof typeof DOMAINS;

/** Origins without a trailing slash. Only tests name others, and only in code: the environment cannot send a token elsewhere. */
export interface Endpoints {
  readonly accounts: string;
  readonly api: string;
}

export const DATA_CENTRES = Object.keys(DOMAINS).filter(isDataCentre);

export function isDataCentre(code: string): code is DataCentre {
  return Object.hasOwn(DOMAINS, code);
}

export function endpointsOf(dataCentre: DataCentre): Endpoints {
  const { accounts, api } = DOMAINS[dataCentre];
  return { accounts: `https://${accounts}`, api: `https://${api}` };
}
