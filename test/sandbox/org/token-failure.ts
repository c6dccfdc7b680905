/** Why there is no access token. The message is for people and holds no secret. */
export class TokenFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Asking again with the same credentials cannot help; Zoho also counts such questions. */
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}

/** Zoho's accounts server names a refusal in `error`, with status 200 or 400. */
export function tokenFailure(error: string, dataCentre: string): TokenFailure {
  switch (error) {
    case 'invalid_code':
    case 'invalid_token':
      return new TokenFailure(
        'REFRESH_TOKEN_REFUSED',
        `Zoho refused the refresh token: it was revoked, was made with another client, or is not of the data centre ${dataCentre}. Make a new one (docs/real-org.md).`,
        true,
      );
    case 'invalid_client':
      return new TokenFailure(
        'CLIENT_REFUSED',
        `Zoho knows no such client in the data centre ${dataCentre}. Check ZOHO_CLIENT_ID and ZOHO_DC.`,
        true,
      );
    case 'invalid_client_secret':
      return new TokenFailure('CLIENT_REFUSED', 'Zoho refused the secret. Check ZOHO_CLIENT_SECRET.', true);
    case 'Access Denied':
      return new TokenFailure(
        'TOO_MANY_TOKENS',
        'Zoho gives no more access tokens for now. Wait some minutes.',
        false,
      );
    default:
      return unexpected();
  }
}

export const unexpected = (): TokenFailure =>
  new TokenFailure(
    'ACCOUNTS_UNEXPECTED',
    "Zoho's accounts server gave an answer that names no token.",
    false,
  );

export const unreachable = (): TokenFailure =>
  new TokenFailure('ACCOUNTS_UNREACHABLE', "Zoho's accounts server cannot be reached from here.", false);

export const elsewhere = (dataCentre: string): TokenFailure =>
  new TokenFailure(
    'WRONG_DATA_CENTRE',
    `The account is in another data centre than ${dataCentre}. Nothing was sent there; correct ZOHO_DC.`,
    true,
  );
