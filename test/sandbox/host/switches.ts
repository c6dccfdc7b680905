/**
 * The sandbox's switches. Every one of them is a parameter of the page's address, so a reload, a test or a
 * screenshot finds the same sandbox again.
 */

export const PLACEMENTS = ['related-list', 'panel', 'popup', 'list-button'] as const;
/** Where the button of the placement `list-button` is: above a list with chosen records, in a row, above a list without any. */
const BUTTONS = ['ListView', 'ListViewEachRecord', 'ListViewWithoutRecord'] as const;
export const WIDTHS = ['auto', '280', '360', '640', '800', '1000', '1200'] as const;
export const MODES = ['day', 'night'] as const;
export const LANGUAGES = [
  'en_US',
  'de_DE',
  'ar_EG',
  'es_ES',
  'fr_FR',
  'it_IT',
  'pt_BR',
  'nl_NL',
  'pl_PL',
  'tr_TR',
  'ja_JP',
  'zh_CN',
  'iw_IL',
  'ru_RU',
  'sv_SE',
  'hi_IN',
  'en_XA',
] as const;
export const LATENCIES = ['0', '100', '1000', '3000'] as const;
export const FAULTS = [
  'none',
  'offline',
  '429',
  '500',
  '401',
  '403',
  '503',
  'lost-reply',
  'hang',
  'late',
  'duplicate',
  'html',
  'truncated',
  'empty',
  'wrong-envelope',
  'forged',
  'no-init',
  'late-init',
  'no-page-load',
  'page-load-twice',
  'page-load-moves',
] as const;
const BARS = ['open', 'closed'] as const;
/** Which calls of the widget a fault meets. */
export const FAULT_ON = ['every', 'reads', 'writes', 'next'] as const;

type Placement = (typeof PLACEMENTS)[number];
export type Fault = (typeof FAULTS)[number];
type Mode = (typeof MODES)[number];

export interface Switches {
  readonly placement: Placement;
  readonly button: (typeof BUTTONS)[number];
  /** The widget's page that the button on lists opens in the place of its own. In the address only. */
  readonly listPage: string;
  readonly width: (typeof WIDTHS)[number];
  /** Height in pixels that a frame starts with; `auto` for what is usual in its place. In the address only. */
  readonly frame: string;
  readonly mode: Mode;
  /** A user's language code as Zoho writes it, such as `de_DE`. */
  readonly lang: string;
  /** Milliseconds that every API call of the widget waits. */
  readonly latency: string;
  readonly fault: Fault;
  readonly faultOn: (typeof FAULT_ON)[number];
  /** Part of `METHOD /path?query$` (`$`: its end): only such calls meet the fault; empty for all. */
  readonly faultAt: string;
  /** Whether the sandbox's own bar is unfolded. */
  readonly bar: (typeof BARS)[number];
}

export const DEFAULTS: Switches = {
  placement: 'related-list',
  button: 'ListView',
  listPage: '',
  width: 'auto',
  frame: 'auto',
  mode: 'day',
  lang: 'en_US',
  latency: '0',
  fault: 'none',
  faultOn: 'every',
  faultAt: '',
  bar: 'open',
};

const oneOf = <T extends string>(choices: readonly T[], value: string | null, otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;

/** Reads the switches of an address; a value that is not one of the choices is the default. */
export function readSwitches(query: URLSearchParams): Switches {
  const latency = query.get('latency') ?? '';
  const lang = query.get('lang') ?? '';
  const listPage = query.get('listPage') ?? '';
  return {
    placement: oneOf(PLACEMENTS, query.get('placement'), DEFAULTS.placement),
    button: oneOf(BUTTONS, query.get('button'), DEFAULTS.button),
    listPage: /^[\w-]+\.html$/.test(listPage) ? listPage : DEFAULTS.listPage,
    width: oneOf(WIDTHS, query.get('width'), DEFAULTS.width),
    frame: /^\d{1,4}$/.test(query.get('frame') ?? '') ? (query.get('frame') ?? '') : DEFAULTS.frame,
    mode: oneOf(MODES, query.get('mode'), DEFAULTS.mode),
    lang: LANGUAGES.find((code) => code === lang || code.startsWith(`${lang}_`)) ?? (lang || DEFAULTS.lang),
    latency: /^\d{1,5}$/.test(latency) ? latency : DEFAULTS.latency,
    fault: oneOf(FAULTS, query.get('fault'), DEFAULTS.fault),
    faultOn: oneOf(FAULT_ON, query.get('faultOn'), DEFAULTS.faultOn),
    faultAt: query.get('faultAt') ?? DEFAULTS.faultAt,
    bar: oneOf(BARS, query.get('bar'), DEFAULTS.bar),
  };
}

/** The switches that differ from the defaults, as a query without `?`. */
export function writeSwitches(switches: Switches): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(switches))
    if (value !== Object.entries(DEFAULTS).find(([name]) => name === key)?.[1]) query.set(key, value);
  return query.toString();
}
