/** What can become of one call between a widget and the CRM, at the wire that ZRC speaks. */

export interface Answer {
  readonly status: number;
  readonly data: unknown;
}
/** `lost`: ZRC rejects without a response; `never`: it does not settle. */
export type Outcome = Answer | 'lost' | 'never';

export interface Meeting {
  /** Lets the CRM carry the call out. */
  act(): Promise<Answer>;
  /** Resolves when the cell lets late replies go. */
  readonly letGo: Promise<void>;
}

export interface WireFault {
  readonly name: string;
  readonly outcome: (meeting: Meeting) => Promise<Outcome>;
  /** The browser knows that it is offline. */
  readonly offline?: true;
  /** The user goes on before the reply comes. */
  readonly late?: true;
  /** Every call from the one that is meant until the fault ends, instead of that one alone. */
  readonly lasting?: true;
  /** The CRM refuses this user. */
  readonly forbids?: true;
  /** ZRC settles twice. */
  readonly twice?: true;
}

const refusal = (code: string, message = 'refused') => ({ code, message, details: {}, status: 'error' });
const PAGE = '<!doctype html><title>Be right back</title><h1>We will be right back</h1>';

const unacted = (name: string, outcome: Outcome, more: Partial<WireFault> = {}): WireFault => ({
  name,
  outcome: async () => outcome,
  ...more,
});
const acted = (
  name: string,
  outcome: (real: Answer) => Outcome,
  more: Partial<WireFault> = {},
): WireFault => ({
  name,
  outcome: async ({ act }) => outcome(await act()),
  ...more,
});
/** Whether it ends after one call or stays a while makes a difference to what the page can find out. */
const both = (fault: WireFault): WireFault[] => [
  fault,
  { ...fault, name: `${fault.name}, lasting`, lasting: true },
];

const textOf = ({ data }: Answer): string => (data ? JSON.stringify(data) : '{"data":[{"code":"SUCC');

export const WIRE_FAULTS: readonly WireFault[] = [
  ...both(unacted('offline', 'lost', { offline: true })),
  ...both(unacted('refused', 'lost')),
  ...both(unacted('hang', 'never')),
  ...both(acted('hang after acting', () => 'never')),
  ...both(unacted('401', { status: 401, data: refusal('INVALID_TOKEN') })),
  ...both(unacted('403', { status: 403, data: refusal('NO_PERMISSION') }, { forbids: true })),
  unacted('429 once', { status: 429, data: refusal('TOO_MANY_REQUESTS') }),
  unacted('429 many', { status: 429, data: refusal('TOO_MANY_REQUESTS') }, { lasting: true }),
  ...both(unacted('500', { status: 500, data: refusal('INTERNAL_ERROR') })),
  ...both(acted('500 after acting', () => ({ status: 500, data: refusal('INTERNAL_ERROR') }))),
  ...both(unacted('503', { status: 503, data: PAGE })),
  ...both(acted('HTML', () => ({ status: 200, data: PAGE }))),
  ...both(
    acted('truncated JSON', (real) => {
      const text = textOf(real);
      return {
        status: real.status === 204 ? 200 : real.status,
        data: text.slice(0, Math.ceil(text.length / 2)),
      };
    }),
  ),
  ...both(acted('empty body', () => ({ status: 200, data: '' }))),
  ...both(acted('wrong envelope', () => ({ status: 200, data: { status: 'success', result: [] } }))),
  ...both(acted('reply lost', () => 'lost')),
  acted('reply duplicated', (real) => real, { twice: true }),
  {
    name: 'reply late',
    late: true,
    outcome: async ({ act, letGo }) => {
      const real = await act();
      await letGo;
      return real;
    },
  },
];
