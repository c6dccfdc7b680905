import type { Page } from '@playwright/test';
import { HOSTILE_TEXTS, HUGE_TEXT } from './hostile-text';

/** Texts for people, by the key that replies have them under; everything else is an id or a word of Zoho's. */
const FOR_PEOPLE = new Set(
  (
    'name display_label label field_label plural_label singular_label module_name full_name first_name last_name ' +
    'message description display_value actual_value reference_value value Locked_Reason__s restricted_actions ' +
    'restricted_communications'
  ).split(' '),
);
/** Those that hold a whole megabyte once. */
const HUGE = new Set(['field_label', 'plural_label', 'display_label', 'display_value', 'restricted_actions']);

/** Every text for people in a reply becomes a hostile one behind what it was. Counts each key with each text. */
export function poisoner() {
  const texts = Object.values(HOSTILE_TEXTS);
  const known = new Map<string, string>();
  const latest = new Map<string, number>();
  const tried = new Set<string>();

  /** The same for the same text, however often it is read. */
  const hostile = (key: string, value: string): string => {
    const before = known.get(`${key} ${value}`);
    if (before !== undefined) return before;
    const turn = latest.get(key) ?? 0;
    latest.set(key, turn + 1);
    const huge = turn === 1 && HUGE.has(key);
    const text = `${value} ${huge ? HUGE_TEXT : texts[turn % texts.length]}`;
    tried.add(`${key} ${huge ? 'huge' : turn % texts.length}`);
    known.set(`${key} ${value}`, text);
    return text;
  };
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return FOR_PEOPLE.has(key) && value ? hostile(key, value) : value;
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]));
  };
  return { poison: (body: unknown) => poison(body, ''), tried };
}

const refusal = {
  status: 'error',
  code: 'INVALID_DATA',
  message: Object.values(HOSTILE_TEXTS).join(' '),
  details: { json_path: HUGE_TEXT, ...HOSTILE_TEXTS },
};

/**
 * Poisons every reply that the widget of this page gets, and refuses what it writes with every hostile text at once; what the
 * CRM's own page reads stays as it is.
 */
export async function poisonReplies(page: Page) {
  const { poison, tried } = poisoner();
  await page.route('**/crm/v8/**', async (route) => {
    if (route.request().headers()['x-sandbox-caller'] !== 'widget') return route.fallback();
    if (route.request().method() !== 'GET')
      return route.fulfill({
        status: 400,
        json: { data: [refusal], record_locking_configurations: [refusal] },
      });
    const response = await route.fetch();
    const text = await response.text();
    if (!text) return route.fulfill({ response });
    return route.fulfill({ response, body: JSON.stringify(poison(JSON.parse(text))) });
  });
  return tried;
}
