import { act, fireEvent, render, screen, within } from '@testing-library/preact';
import { isObject, type Json } from '../../../../src/base/json';
import { fail, ok } from '../../../../src/crm/errors';
import { numberStyle } from '../../../../src/i18n/number-style';
import { draftOf } from '../../../../src/locking/configuration/draft';
import type { Field } from '../../../../src/locking/configuration/fields';
import { DEFAULT_LIMITS } from '../../../../src/locking/configuration/limits';
import type { Problem } from '../../../../src/locking/configuration/paths';
import { addRuleFrom, ruleJson } from '../../../../src/locking/configuration/rules';
import { keySource } from '../../../../src/locking/criteria/tree/node';
import { EditorContext } from '../../../../src/settings/context/editor';
import { WordsContext } from '../../../../src/settings/context/words';
import { createEditor, type Editor } from '../../../../src/settings/editing/editor';
import { keptDrafts } from '../../../../src/settings/editing/kept-drafts';
import { placeProblem } from '../../../../src/settings/editing/placed-problem';
import type { Search } from '../../../../src/settings/editing/search';
import { RulesSection } from '../../../../src/settings/features/rules/RulesSection';
import { CountingContext } from '../../../../src/settings/impact/use-impact';
import { translatorFor } from '../../../i18n/translations';
import { FIELDS as PLAIN_FIELDS, read } from '../../../locking/samples';
import { fakeMemory } from '../../../record/support/harness';
import { silentPublisher } from '../../support/silent-publisher';

const values = (...names: string[]) => names.map((name) => ({ value: name, label: name }));

const PICKLISTS: { readonly [field: string]: Field['picklist'] } = {
  Stage: values('Qualification', 'Closed Won', 'Closed Lost', 'Closed-Lost to Competition'),
  Interests: [
    { value: 'a', label: 'Apples' },
    { value: 'b', label: 'Bananas' },
  ],
};

/** No test here counts: that is done over the sandbox. */
const COUNTING = { send: async () => ({ lost: 'offline' as const }), openRecord: () => {} };

export const FIELDS: readonly Field[] = PLAIN_FIELDS.map((field) => ({
  ...field,
  picklist: PICKLISTS[field.apiName] ?? [],
}));

const PEOPLE = [
  { id: '5843104000000424001', name: 'John Smith' },
  { id: '5843104000000424672', name: 'Patricia Boyle' },
];

/** Finds the two users; fails for "fail". */
export const search: Search = async (kind, text) =>
  text === 'fail'
    ? fail('offline')
    : ok(kind === 'user' ? PEOPLE.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())) : []);

export { all, any, leaf } from './criteria';

interface Setting {
  readonly language?: string;
  /** Locale of the user's numbers; absent: that of the language. */
  readonly numbers?: string;
  readonly module?: string;
  readonly readOnly?: boolean;
  /** Zoho's refusals, beside what the rules themselves find when `check` is set. */
  readonly refusals?: readonly Problem[];
  readonly check?: boolean;
  /** The rules are new: Zoho has not seen them yet. */
  readonly unsaved?: boolean;
  readonly fields?: readonly Field[];
}

/** The rules of a module on a page of their own. What a person does goes through roles and names. */
export function sitDown(rules: readonly Json[], setting: Setting = {}) {
  const {
    language = 'en',
    module = 'Deals',
    readOnly = false,
    refusals = [],
    check,
    unsaved,
    fields = FIELDS,
  } = setting;
  const newKey = keySource('t');
  const translator = translatorFor('settings', language);
  const words = {
    ...translator,
    timeZone: 'Europe/Berlin',
    numbers: numberStyle(setting.numbers ?? translator.tag),
  };
  const base = read({
    id: '5843',
    lock_type: 'both',
    locking_rules: unsaved ? [] : rules,
    ...(readOnly && { system_defined: true }),
  });
  let draft = draftOf(base);
  if (unsaved) for (const one of rules) if (isObject(one)) draft = addRuleFrom(draft, newKey, one);
  const start = {
    draft,
    fields: { kind: 'ready', items: fields },
    profiles: { kind: 'loading' },
    buttons: { kind: 'loading' },
    checked: check === true,
    refusals: refusals.map((problem) => placeProblem(draft, problem)),
    young: [],
    stops: 0,
    discarded: null,
    busy: null,
    notice: null,
    dialog: null,
  } as const;
  const editor: Editor = {
    ...createEditor(start, newKey, keptDrafts(fakeMemory(), `draft.${module}`, Date.now), {
      send: COUNTING.send,
      module: { apiName: module, label: module },
      limits: DEFAULT_LIMITS,
      page: { tell() {}, tellFailed() {}, refused: () => false, setUnsaved() {}, announce() {} },
      publisher: silentPublisher({ apiName: module, label: module }),
    }),
    search,
  };
  const { container } = render(
    <WordsContext.Provider value={words}>
      <EditorContext.Provider value={editor}>
        <CountingContext.Provider value={COUNTING}>
          <RulesSection />
        </CountingContext.Provider>
      </EditorContext.Provider>
    </WordsContext.Provider>,
  );
  const latest = () => editor.state.getState().draft;
  return {
    container,
    /** The draft's rules as Zoho would get them. */
    json: () =>
      latest()
        .rules.filter((rule) => !rule.deleted)
        .map(ruleJson),
    draft: latest,
    /** What "Discard changes" does. */
    discard: () => act(() => editor.commands.discard()),
    criteria: (rule = 0) => ruleJson(latest().rules[rule] ?? { source: {}, criteria: null }).criteria,
  };
}

export const rule = (name: string) => screen.getByRole('region', { name });
export const button = (name: string | RegExp, around: HTMLElement = document.body) =>
  within(around).getByRole('button', { name });
export const click = (name: string | RegExp, around?: HTMLElement) => fireEvent.click(button(name, around));
/** Opens a rule and gives its region. */
export const open = (name: string) => {
  click('Edit', rule(name));
  return rule(name);
};
export const condition = (number: number) => screen.getByRole('group', { name: `Condition ${number}` });
export const box = (name: string, around: HTMLElement = document.body) =>
  within(around).getByRole<HTMLInputElement>('combobox', { name });
export const labels = (around: HTMLElement) =>
  within(around)
    .queryAllByRole('option')
    .map((option) => option.querySelector('bdi')?.textContent);
export const type = (control: HTMLElement, value: string) => fireEvent.input(control, { target: { value } });
export const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

/** Types into a combobox and takes the first match. */
export function pick(control: HTMLElement, text: string) {
  type(control, text);
  fireEvent.keyDown(control, { key: 'Enter' });
}

/** Lets what waits for promises and timers go on. */
export const settle = (milliseconds = 0) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
