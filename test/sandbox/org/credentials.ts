import { DATA_CENTRES, type DataCentre, isDataCentre } from './data-centres';

/** What lets this machine act in a real org. Held in memory only. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly dataCentre: DataCentre;
}

const VARIABLES = {
  ZOHO_CLIENT_ID: 'the client id of a Self Client made in the API console',
  ZOHO_CLIENT_SECRET: 'the secret of that client',
  ZOHO_REFRESH_TOKEN: 'a refresh token made with that client',
  ZOHO_DC: `the data centre of the account: ${DATA_CENTRES.join(', ')}`,
} as const;

type Name = keyof typeof VARIABLES;
export const NAMES = ['ZOHO_CLIENT_ID', 'ZOHO_CLIENT_SECRET', 'ZOHO_REFRESH_TOKEN', 'ZOHO_DC'] as const;

/**
 * Takes the credentials out of an environment, so that no program started later (the browser, for one) inherits them.
 * What is missing or unusable is told in one message, which holds no value of a secret.
 */
export function takeCredentials(
  env: Record<string, string | undefined>,
): { readonly credentials: Credentials } | { readonly problem: string } {
  const values = Object.fromEntries(NAMES.map((name) => [name, env[name]?.trim() ?? '']));
  for (const name of NAMES) delete env[name];
  const missing = NAMES.filter((name) => !values[name]);
  if (missing.length > 0) return { problem: howToGet(missing) };
  // The token would go to whoever stands between.
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    return { problem: 'NODE_TLS_REJECT_UNAUTHORIZED=0 leaves the token open to others. Unset it.' };
  const dataCentre = values.ZOHO_DC?.toLowerCase() ?? '';
  if (!isDataCentre(dataCentre))
    return { problem: `ZOHO_DC is none of the data centres ${DATA_CENTRES.join(', ')}.` };
  return {
    credentials: {
      clientId: values.ZOHO_CLIENT_ID ?? '',
      clientSecret: values.ZOHO_CLIENT_SECRET ?? '',
      refreshToken: values.ZOHO_REFRESH_TOKEN ?? '',
      dataCentre,
    },
  };
}

function howToGet(missing: readonly Name[]): string {
  return [
    'A real org needs these variables in the environment:',
    '',
    ...missing.map((name) => `  ${name.padEnd(20)}${VARIABLES[name]}`),
    '',
    'How to get them, and what is sent where: docs/real-org.md',
  ].join('\n');
}
