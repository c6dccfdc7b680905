import type { StoreApi } from 'zustand/vanilla';
import { readButtons, readFields, readProfiles } from '../../crm/read-metadata';
import type { Send } from '../../crm/transport';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Limits } from '../../locking/configuration/limits';
import { isUnsaved } from '../../locking/configuration/saving/request';
import type { NewKey } from '../../locking/criteria/tree/node';
import type { Editing, Loaded, Part } from './editing-state';
import type { KeptDrafts } from './kept-drafts';
import type { ModuleName } from './module-row';
import type { EditorPage } from './page-store';
import type { Offered } from './publishing/published';
import type { Publisher } from './publishing/publisher';
import { createRuleCommands, type RuleCommands } from './rule-commands';
import { createSaving, type Saving } from './saving';
import { createSearch, type Search } from './search';
import { createWorkingCopy } from './working-copy';

/** What an editor needs of what is around it. */
export interface EditorPorts {
  readonly send: Send;
  readonly module: ModuleName;
  readonly limits: Limits;
  readonly page: EditorPage;
  /** Told of every save and delete that reading has confirmed, also after the module was left. */
  readonly publisher: Publisher;
}

export interface EditorCommands {
  edit(change: (draft: ConfigurationDraft) => ConfigurationDraft): void;
  /** Takes all unsaved changes back; `undo` brings them again until the next edit. */
  discard(): void;
  undo(): void;
  /** Changes what is decided beside the configuration: reasons, and what is turned on. */
  offer(change: Partial<Offered>): void;
  /** Takes the draft of a file as unsaved changes; `left`: how many things of it have no counterpart here. */
  takeImport(draft: ConfigurationDraft, left: number): void;
  /** Reads a list again. */
  retryPart(part: Part): void;
}

/** The configuration of one module being edited: what there is to show, and what can be done. */
export interface Editor {
  readonly module: ModuleName;
  readonly limits: Limits;
  readonly newKey: NewKey;
  readonly state: StoreApi<Editing>;
  readonly commands: EditorCommands;
  readonly rules: RuleCommands;
  readonly saving: Saving;
  readonly publisher: Publisher;
  readonly search: Search;
  /** Writes the unsaved changes down now, e.g. because the page goes away. */
  keepNow(): void;
  /** The module was left: late replies are ignored, what was kept stays. */
  close(): void;
}

/** Starts editing with what was read. The lists of profiles and buttons follow. */
export function createEditor(
  start: Omit<Editing, 'problems'>,
  newKey: NewKey,
  drafts: KeptDrafts,
  { send, module, limits, page, publisher }: EditorPorts,
): Editor {
  const copy = createWorkingCopy(start, { module, limits, drafts, page });

  async function readPart(part: Part): Promise<void> {
    copy.update({ [part]: { kind: 'loading' } });
    copy.update({ [part]: await readList(send, module.apiName, part) });
  }
  void readPart('profiles');
  void readPart('buttons');

  return {
    module,
    limits,
    newKey,
    state: copy.state,
    rules: createRuleCommands(copy, module, newKey),
    saving: createSaving(copy, { send, module, newKey, page, publisher }),
    search: createSearch(send),
    publisher,
    keepNow: copy.keepNow,
    close: copy.close,
    commands: {
      edit: copy.edit,
      discard() {
        const { draft, busy } = copy.state.getState();
        if (busy) return;
        const before = { draft, offer: publisher.discard() };
        copy.discard();
        copy.update({ discarded: before });
      },
      offer(change) {
        if (copy.now()?.busy) return;
        publisher.edit(change);
        copy.update({ discarded: null });
        page.announce(null);
      },
      undo() {
        const before = copy.now()?.discarded;
        if (!before) return;
        publisher.edit(before.offer);
        copy.edit(() => before.draft);
        copy.update({ discarded: null });
        page.announce(null);
      },
      retryPart: (part) => void readPart(part),
      takeImport(draft, left) {
        copy.edit(() => draft);
        const same = !isUnsaved(draft);
        copy.update({
          checked: !same,
          refusals: [],
          notice: same ? { kind: 'importedSame' } : { kind: 'imported', left },
        });
        page.announce(same ? null : 'imported');
      },
    },
  };
}

/** One of the lists beside the configuration. */
export async function readList<P extends Part>(send: Send, module: string, part: P): Promise<Editing[P]>;
export async function readList(send: Send, module: string, part: Part): Promise<Loaded<unknown>> {
  const answer = await {
    fields: () => readFields(send, module),
    profiles: () => readProfiles(send),
    buttons: () => readButtons(send, module),
  }[part]();
  return answer.ok ? { kind: 'ready', items: answer.value } : { kind: 'failed', error: answer.error };
}
