import { type JsonObject, jsonEqual } from '../../src/base/json';
import type { CrmRequest } from '../../src/crm/transport';
import type { ConfigurationDraft } from '../../src/locking/configuration/draft';
import {
  addExcludedField,
  setActionRestricted,
  setLockType,
  setPortalUsersLocked,
} from '../../src/locking/configuration/draft';
import { mergeConfigurations } from '../../src/locking/configuration/merge/merge-configuration';
import type { Configuration } from '../../src/locking/configuration/model';
import { deleteRule, setLockExisting, setRuleName } from '../../src/locking/configuration/rules';
import { configurationDifferences } from '../../src/locking/configuration/saving/differences';
import { configurationRequest, intendedConfiguration } from '../../src/locking/configuration/saving/request';
import type { Editing } from '../../src/settings/editing/editor-state';
import { createEditorStore, type EditorStore } from '../../src/settings/editing/editor-store';
import { createSettingsStore } from '../../src/settings/editing/page-store';
import { createSaving, type Saving } from '../../src/settings/editing/saving';
import { fakeMemory } from '../record/support/harness';
import type { Asker, Wire, Wish } from './wire';
import { MODULE } from './world';

export const SETTINGS_ACTS = [
  'edit',
  'save',
  'delete',
  'theirs',
  'mine',
  'cancel',
  'discard',
  'retry',
  'reload',
] as const;
export type SettingsAct = (typeof SETTINGS_ACTS)[number];

/** How an administrator saves: the one place to change when saving takes other steps. */
const administratorSaves = (saving: Saving): unknown => {
  saving.review();
  return saving.confirm();
};

/** Mine wherever both have changed the same, and on to the review. */
function putTogether({ store, saving }: Editor, theirs: Configuration | null): void {
  const draft = store.editing()?.draft;
  if (!draft) return;
  const merge = mergeConfigurations(draft.base, draft, theirs, store.newKey);
  saving.goOnWith(merge.resolve(new Map(merge.conflicts.map(({ key }) => [key, 'mine']))));
}

interface Editor {
  readonly store: EditorStore;
  readonly saving: Saving;
}

/** An edit, chosen by number. */
function edited(draft: ConfigurationDraft, number: number, text: string): ConfigurationDraft {
  const rule = draft.rules.find(({ deleted }) => !deleted);
  switch (number % 7) {
    case 0:
      return setPortalUsersLocked(draft, !draft.settings.lockForPortalUsers);
    case 1:
      return setActionRestricted(draft, 'tags', !draft.settings.restrictedActions.includes('tags'));
    case 2:
      return rule ? setRuleName(draft, rule.key, text) : setPortalUsersLocked(draft, false);
    case 3:
      return rule ? setLockExisting(draft, rule.key, !rule.lockExisting) : draft;
    case 4:
      return setLockType(draft, draft.settings.lockType === 'both' ? 'manual' : 'both');
    case 5:
      return rule ? deleteRule(draft, rule.key) : draft;
    default:
      return addExcludedField(draft, { api_name: 'Amount' });
  }
}

interface SettingsWish extends Wish {
  readonly draft: ConfigurationDraft;
  readonly deletes: boolean;
}

/** An administrator's settings page with the module's editor, without the views; it checks every word of what it says. */
export function openSettingsPage(wire: Wire, user: string, now: () => number) {
  const { world, wrongs, counts } = wire;
  const memory = fakeMemory();
  let page = load();

  function load() {
    const asker: Asker = {
      user,
      shows: 'configuration',
      gone: false,
      wish: null,
      seen: null,
      lastFault: null,
      faults: [],
    };
    const store = createSettingsStore(wire.send(asker), memory, now);
    let editor: Editor | null = null;
    let wish: SettingsWish | null = null;
    let before: Editing | null = null;
    let said: string | null = null;

    /** As the editor's session does, when the module is open. */
    function follow(): void {
      const state = store.shown();
      const module = state?.modules.find(({ apiName }) => apiName === MODULE);
      if (editor || !state || !module || state.current !== MODULE) return;
      const options = {
        send: store.send,
        memory,
        now,
        module,
        limits: state.limits,
        page: store,
        openRecord() {},
      };
      const opened = createEditorStore(options);
      editor = { store: opened, saving: createSaving(opened) };
      opened.api.subscribe(() => {
        const now = opened.editing();
        if (now && now.draft.base !== before?.draft.base) judgeBase(now, asker);
        before = now;
      });
    }
    store.api.subscribe(() => {
      follow();
      const announcement = store.shown()?.announcement ?? null;
      if (announcement !== said && announcement && wish) judgeSaid(announcement, wish, before, asker);
      said = announcement;
    });
    store.open({ kind: 'module', module: MODULE });
    return {
      asker,
      store,
      editor: () => editor,
      want(state: Editing, deletes: boolean) {
        if (state.busy) return;
        wish = { ...judged(state.draft, deletes, asker), draft: state.draft, deletes };
        asker.wish = wish;
      },
    };
  }

  function judged(draft: ConfigurationDraft, deletes: boolean, asker: Asker): Wish {
    const path = '/crm/v8/settings/record_locking_configurations';
    const judge = ({ method, path: to, query, body }: CrmRequest): string | null => {
      if (query?.module !== MODULE) return 'another module';
      if (deletes) return method === 'DELETE' && to === `${path}/${draft.base?.id}` ? null : 'no such delete';
      const request = configurationRequest(draft);
      if (to !== path || method !== request?.method) return `a ${method}`;
      if (JSON.stringify(body) !== JSON.stringify(request.body)) return 'another configuration';
      const found = asker.seen?.configuration ?? null;
      return jsonEqual(draft.base?.source ?? null, found && { ...found }) ? null : 'over unseen changes';
    };
    return { what: `${user}'s ${deletes ? 'delete' : 'save'}`, judge, sent: false, effective: false };
  }

  /** What the draft starts from was read, or is gone because this page deleted it. */
  function judgeBase({ draft, notice }: Editing, { seen, wish }: Asker): void {
    const found = seen?.configuration ?? null;
    const deleted = !draft.base && wish?.effective;
    if (!deleted && !jsonEqual(draft.base?.source ?? null, found && { ...found }))
      wrongs.push(`${user} starts from what was not read (${notice?.kind ?? 'no notice'})`);
  }

  function judgeSaid(said: string, wish: SettingsWish, state: Editing | null, asker: Asker): void {
    const { seen } = asker;
    const found: JsonObject | null = seen?.configuration ? { ...seen.configuration } : null;
    const notice = state?.notice?.kind;
    const wrong = (why: string) => wrongs.push(`${user} is told "${said}" (${notice}), but ${why}`);
    counts.claims += 1;
    if (said === 'saved') {
      const asMeant = found && !configurationDifferences(intendedConfiguration(wish.draft), found).length;
      if (!wish.effective && !asMeant) wrong('nothing was saved');
      if (wish.effective && notice === undefined && !asMeant) wrong('it reads otherwise');
    } else if (said === 'deleted') {
      if (!wish.effective && found) wrong('it is there');
    } else if (said === 'notSaved' || said === 'notDeleted') {
      if (notice === 'failed' && wish.effective) wrong('it happened');
      if (notice === 'nothingHappened' && wish.effective && seen?.author === wish) wrong('it happened');
      if (state?.question?.kind === 'conflict' && seen?.author === wish && !state.question.sent)
        wrong('the other configuration is their own');
    }
  }

  function act(what: SettingsAct, number: number, text: string): unknown {
    const opened = page.editor();
    if (what === 'reload') {
      // The page writes down what is unsaved when it goes away.
      opened?.store.keepNow();
      page.asker.gone = true;
      page = load();
      return;
    }
    if (what === 'retry') {
      if (opened) opened.store.retry();
      else if (page.store.api.getState().kind === 'failed') page.store.retry();
      return;
    }
    const state = opened?.store.editing();
    if (!opened || !state) return;
    const { store, saving } = opened;
    switch (what) {
      case 'edit':
        return store.edit((draft) => edited(draft, number, text));
      case 'save':
        // A question stands before the page.
        if (state.question && state.question.kind !== 'review') return;
        page.want(state, false);
        return void administratorSaves(saving);
      case 'delete':
        if (state.question?.kind !== 'delete') {
          if (state.question) return;
          saving.askToDelete();
          saving.typeName(MODULE);
        }
        if (store.editing()?.question?.kind === 'delete') page.want(state, true);
        return void saving.confirmDelete();
      case 'theirs':
        return saving.takeTheirs();
      case 'mine':
        return state.question?.kind === 'conflict' ? putTogether(opened, state.question.theirs) : undefined;
      case 'cancel':
        return saving.cancel();
      case 'discard':
        return state.question ? undefined : store.discard();
    }
  }

  return {
    asker: () => page.asker,
    act,
    checkQuiet(): void {
      const state = page.editor()?.store.api.getState();
      const waits = state ? state.kind === 'loading' || ('busy' in state && state.busy) : null;
      if (waits || page.store.api.getState().kind === 'connecting')
        wrongs.push(`${user}'s settings wait for nothing`);
    },
    checkTruth(): void {
      const state = page.editor()?.store.editing();
      if (!state) return void wrongs.push(`${user} sees no editor at the end`);
      const stored = world.configuration();
      if (!jsonEqual(state.draft.base?.source ?? null, stored && { ...stored }))
        wrongs.push(`${user}'s editor starts at the end from what is not stored`);
      const row = page.store.shown()?.modules.find(({ apiName }) => apiName === MODULE);
      if (row?.status.kind !== 'known' || (row.status.summary !== null) !== (stored !== null))
        wrongs.push(`${user}'s list says at the end what is not so`);
    },
  };
}
