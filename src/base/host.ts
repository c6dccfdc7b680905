/** Why there is no working host to talk to: opened elsewhere; Zoho's script blocked; no answer; an SDK without ZRC. */
export type HostProblem = 'outside' | 'sdkBlocked' | 'hostSilent' | 'noZrc';

/** What is known of the page around this one, without asking the CRM's API. */
export interface HostFacts {
  /** Null outside Zoho CRM. */
  readonly crmOrigin: string | null;
  /** The release that this page names, e.g. `1.5`; null when its script did not load. */
  readonly sdkVersion: string | null;
  /** Whether the CRM page has answered the SDK. */
  readonly answered: boolean;
  /** Whether the SDK brought ZRC, over which every call goes. */
  readonly zrc: boolean;
  /** Messages that did not come from the CRM page and were dropped. */
  readonly droppedMessages: number;
}

/** How the user writes numbers, as the CRM tells it: not always as in the language of the page. Null where it does not say. */
export interface UserNumbers {
  /** As the CRM spells it: `de_DE`. */
  readonly locale: string | null;
  /** `Comma`, `Period` or `Space`, or the sign itself. */
  readonly decimal: string | null;
  readonly group: string | null;
}
