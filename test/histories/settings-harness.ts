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
import type { Editing } from '../../src/settings/editing/editing-state';
import type { Editor } from '../../src/settings/editing/editor';
import { type OpenModule, openModule } from '../../src/settings/editing/open-module';
import { modulesShown, openRow } from '../../src/settings/editing/page-state';
import { createPage } from '../../src/settings/editing/page-store';
import type { Saving } from '../../src/settings/editing/saving';
import { fakeMemory } from '../record/support/harness';
import { silentPublisher } from '../settings/support/silent-publisher';
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
function merge({ state, saving, newKey }: Editor, theirs: Configuration | null): void {
  const { draft } = state.getState();
  const merged = mergeConfigurations(draft.base, draft, theirs, newKey);
  saving.goOnWith(merged.resolve(new Map(merged.conflicts.map(({ key }) => [key, 'mine']))));
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
  let opened = load();

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
    const page = createPage(wire.send(asker), memory);
    let module: OpenModule | null = null;
    let wish: SettingsWish | null = null;
    let before: Editing | null = null;
    let said: string | null = null;

    /** As the editor's session does, when the module is open. */
    function follow(): void {
      const shown = modulesShown(page.state.getState());
      const row = openRow(page.state.getState());
      if (module || !shown || row?.apiName !== MODULE) return;
      module = openModule({
        send: page.send,
        memory,
        now,
        module: row,
        limits: shown.limits,
        page: page.editor,
        publisher: silentPublisher(row),
      });
      const { state } = module;
      state.subscribe((opening) => {
        if (opening.kind !== 'open') return;
        look(opening.editor.state.getState());
        opening.editor.state.subscribe(look);
      });
    }
    function look(editing: Editing): void {
      if (editing.draft.base !== before?.draft.base) judgeBase(editing, asker);
      before = editing;
    }
    page.state.subscribe(() => {
      follow();
      const announcement = modulesShown(page.state.getState())?.announcement ?? null;
      if (announcement !== said && announcement && wish) judgeSaid(announcement, wish, before, asker);
      said = announcement;
    });
    page.host.open({ kind: 'module', module: MODULE });
    return {
      asker,
      page,
      module: () => module,
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
      if (state?.dialog?.kind === 'conflict' && seen?.author === wish && !state.dialog.sent)
        wrong('the other configuration is their own');
    }
  }

  const editing = (): Editing | null => opened.module()?.editor()?.state.getState() ?? null;

  function act(what: SettingsAct, number: number, text: string): unknown {
    const { page } = opened;
    const editor = opened.module()?.editor();
    if (what === 'reload') {
      // The page writes down what is unsaved when it goes away.
      editor?.keepNow();
      opened.asker.gone = true;
      opened = load();
      return;
    }
    if (what === 'retry') {
      if (opened.module()) opened.module()?.retry();
      else if (page.state.getState().kind === 'failed') page.commands.retry();
      return;
    }
    if (!editor) return;
    const { saving, commands } = editor;
    const { dialog } = editor.state.getState();
    switch (what) {
      case 'edit':
        return commands.edit((draft) => edited(draft, number, text));
      case 'save':
        // A dialog is before the page.
        if (dialog && dialog.kind !== 'review') return;
        opened.want(editor.state.getState(), false);
        return void administratorSaves(saving);
      case 'delete':
        if (dialog?.kind !== 'delete') {
          if (dialog) return;
          saving.askToDelete();
          saving.typeName(MODULE);
        }
        if (editing()?.dialog?.kind === 'delete') opened.want(editor.state.getState(), true);
        return void saving.confirmDelete();
      case 'theirs':
        return saving.takeTheirs();
      case 'mine':
        return dialog?.kind === 'conflict' ? merge(editor, dialog.theirs) : undefined;
      case 'cancel':
        return saving.cancel();
      case 'discard':
        return dialog ? undefined : commands.discard();
    }
  }

  return {
    asker: () => opened.asker,
    act,
    checkQuiet(): void {
      const state = opened.module()?.state.getState();
      const waits = state?.kind === 'loading' || (state?.kind === 'failed' && state.busy) || editing()?.busy;
      if (waits || opened.page.state.getState().kind === 'connecting')
        wrongs.push(`${user}'s settings wait for nothing`);
    },
    checkTruth(): void {
      const state = editing();
      if (!state) return void wrongs.push(`${user} sees no editor at the end`);
      const stored = world.configuration();
      if (!jsonEqual(state.draft.base?.source ?? null, stored && { ...stored }))
        wrongs.push(`${user}'s editor starts at the end from what is not stored`);
      const shown = modulesShown(opened.page.state.getState());
      const row = shown?.modules.find(({ apiName }) => apiName === MODULE);
      if (row?.status.kind !== 'known' || (row.status.summary !== null) !== (stored !== null))
        wrongs.push(`${user}'s list says at the end what is not so`);
    },
  };
}
