import { SDK_URL } from './widget-origin';

const BOUND_MS = 2000;

/** Whether Zoho's own SDK can be reached from here within two seconds. */
export async function canReachSdk(): Promise<boolean> {
  try {
    const response = await fetch(SDK_URL, { method: 'HEAD', signal: AbortSignal.timeout(BOUND_MS) });
    return response.ok;
  } catch {
    return false;
  }
}
