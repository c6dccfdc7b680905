import type { Switches } from '../../sandbox/host/switches';

/** Who looks, and through which of the sandbox's switches (see test/sandbox/host/switches.ts for their values). */
export type Address = { readonly user: string } & Partial<Switches>;

export interface RecordPlace {
  readonly module: string;
  readonly id: string;
}

/** The address of a place in the sandbox's CRM. The sandbox's own bar is folded unless asked for. */
export function addressOf(crmUrl: string, path: string, address: Address): string {
  const url = new URL(path, crmUrl);
  for (const [name, value] of Object.entries({ bar: 'closed', ...address }))
    url.searchParams.set(name, value);
  return url.href;
}
