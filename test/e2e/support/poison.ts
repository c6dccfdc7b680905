import type { Page } from '@playwright/test';
import { HOSTILE_TEXTS, HUGE_TEXT } from './hostile-text';

/** Texts for people, by the key that replies have them under; everything else is an id or a word of Zoho's. */
const FOR_PEOPLE = new Set(
  (
    'name display_label label field_label plural_label singular_label module_name full_name first_name last_name ' +
    'message description display_value actual_value reference_value value Locked_Reason__s restricted_actions ' +
    'restricted_communications api_name_of_nothing'
  ).split(' '),
);
/** Those that hold a whole megabyte once. */
const HUGE = new Set(['field_label', 'plural_label', 'display_label', 'display_value', 'restricted_actions']);

/** Every text for people in a reply becomes a hostile one behind what it was. Counts each key with each text. */
export function poisoner() {
  const turns = new Map<string, number>();
  const texts = Object.values(HOSTILE_TEXTS);
  const tried = new Set<string>();

  const hostile = (key: string): string => {
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    if (turn === 1 && HUGE.has(key)) {
      tried.add(`${key} huge`);
      return HUGE_TEXT;
    }
    tried.add(`${key} ${turn % texts.length}`);
    return texts[turn % texts.length] ?? '';
  };
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return FOR_PEOPLE.has(key) && value ? `${value} ${hostile(key)}` : value;
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, name)]));
  };
  return { poison: (body: unknown) => poison(body, ''), tried };
}

/** Poisons every reply that the widget of this page gets; what the CRM's own page reads stays as it is. */
export async function poisonReplies(page: Page) {
  const { poison, tried } = poisoner();
  await page.route('**/crm/v8/**', async (route) => {
    if (route.request().headers()['x-sandbox-caller'] !== 'widget') return route.fallback();
    const response = await route.fetch();
    const text = await response.text();
    if (!text) return route.fulfill({ response });
    return route.fulfill({ response, body: JSON.stringify(poison(JSON.parse(text))) });
  });
  return tried;
}
