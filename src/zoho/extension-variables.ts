import { isObject } from '../base/json';
import type { CrmErrorKind, Result } from '../crm/errors';
import type { Variables } from '../crm/write-variable';

/** Milliseconds; no call of the SDK ever times out by itself. */
const BOUND = 20_000;

const failed = (kind: CrmErrorKind, certain: boolean): Result<never> => ({
  ok: false,
  error: { kind, certain },
});

/**
 * The variables of an installed extension, through the SDK: `<namespace>__<name>`, each of which its developer has created
 * beforehand. What writing answers is not documented, so every outcome but a lost one is left to be read again.
 */
export function extensionVariables(win: Window, namespace: string): Variables {
  const fullName = (name: string) => `${namespace}__${name}`;

  async function ask<T>(call: (crm: NonNullable<Window['ZOHO']>['CRM']) => Promise<T>): Promise<T | 'lost'> {
    const late = new Promise<'lost'>((resolve) => setTimeout(resolve, BOUND, 'lost'));
    try {
      return win.ZOHO ? await Promise.race([call(win.ZOHO.CRM), late]) : 'lost';
    } catch {
      // The SDK rejects with plain objects of no fixed shape, and throws where a host does not offer a call.
      return 'lost';
    }
  }

  return {
    async read(name) {
      const reply: unknown = await ask((crm) => crm.API.getOrgVariable(fullName(name)));
      if (reply === 'lost') return failed('connection', false);
      // Anything else than a success is no proof that nothing is there: what is there would be overwritten.
      if (!isObject(reply) || !isObject(reply.Success)) return failed('unexpected', false);
      const { Content } = reply.Success;
      return { ok: true, value: typeof Content === 'string' && Content ? Content : null };
    },
    async write(name, value) {
      const variable = { apiname: fullName(name), value };
      const reply: unknown = await ask((crm) => crm.CONNECTOR.invokeAPI('crm.set', variable));
      return failed(reply === 'lost' ? 'connection' : 'unexpected', false);
    },
  };
}
