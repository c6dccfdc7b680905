import { jsonEqual } from '../../base/json';
import type { CrmError } from '../../crm/errors';
import type { Send } from '../../crm/transport';
import { deleteConfiguration } from '../../crm/write-configuration';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Configuration } from '../../locking/configuration/model';
import { isChanged, isUnsaved } from '../../locking/configuration/saving/request';
import { problemFromApiError } from '../../locking/configuration/validation/problems';
import type { NewKey } from '../../locking/criteria/tree/node';
import { type Editing, itemsOf, type Notice } from './editing-state';
import type { ModuleName } from './module-row';
import type { Announcement } from './page-state';
import type { EditorPage } from './page-store';
import { type PlacedProblem, placeProblem } from './placed-problem';
import type { Publisher } from './publishing/publisher';
import { readNow } from './read-now';
import type { WorkingCopy } from './working-copy';
import { type Outcome, writeAndSettle } from './write-and-settle';

export interface Saving {
  /** Validates, and opens the review where there are no problems to look at. */
  review(): void;
  /** Sends what was reviewed and reads again. Resolves when the outcome is shown. */
  confirm(): Promise<void>;
  askToDelete(): void;
  typeName(typed: string): void;
  /** Deletes the configuration once the module's name is typed. */
  confirmDelete(): Promise<void>;
  /** Closes the dialog, whichever it is. */
  cancel(): void;
  /** Drops my changes and goes on with what somebody else saved. */
  takeTheirs(): void;
  /** Goes on with a draft on top of what somebody else saved, to its review; nothing is sent yet. */
  goOnWith(merged: ConfigurationDraft): void;
}

export const canSave = ({ draft }: Editing): boolean =>
  !draft.base?.systemDefined && (draft.base === null || isChanged(draft));

/** Whether what was typed names the module. */
export const namesModule = (typed: string, { label, apiName }: ModuleName): boolean =>
  [label, apiName].some((name) => name.trim().toLowerCase() === typed.trim().toLowerCase());

/** Milliseconds after a save when the configuration is looked at once more. */
export const LOOK_AGAIN_AFTER = 3_000;

export interface SavingPorts {
  readonly send: Send;
  readonly module: ModuleName;
  readonly newKey: NewKey;
  readonly page: EditorPage;
  /** Told of every save and delete that reading has confirmed, also after the module was left. */
  readonly publisher: Publisher;
}

export function createSaving(
  copy: WorkingCopy,
  { send, module, newKey, page, publisher }: SavingPorts,
): Saving {
  const reader = { send, module: module.apiName, newKey };

  /** Ends a save or delete without a new start: the draft stays as it is. */
  function end(announcement: Announcement, change: Partial<Editing>): void {
    if (!copy.now()) return;
    copy.update({ busy: null, ...change });
    page.announce(announcement);
  }
  const give = (notice: Notice): Partial<Editing> => ({ notice });

  function adopt(announcement: Announcement, found: Configuration | null, notice: Notice | null): void {
    if (announcement !== 'discarded') {
      const fields = copy.state.getState().fields;
      void publisher.publish(found?.source ?? null, itemsOf(fields) ?? null);
    }
    if (!copy.now()) return;
    copy.adopt(found, notice);
    page.announce(announcement);
  }

  /** Problems stand in the way: the draft stays, and their summary comes into sight. */
  function stop(refusals: readonly PlacedProblem[]): void {
    end('notSaved', { refusals, stops: copy.state.getState().stops + 1 });
  }

  function refuse(error: CrmError, draft: ConfigurationDraft): void {
    const problem = problemFromApiError(error);
    if (problem === 'unplaced') end('notSaved', give({ kind: 'failed', error }));
    else stop([placeProblem(draft, problem)]);
  }

  /** Neither the editor nor the list claims what nobody could read. */
  function endInDoubt(
    announcement: Announcement,
    kind: 'unconfirmed' | 'outcomeUnknown',
    error: CrmError,
  ): void {
    page.tellFailed(module.apiName, error);
    end(announcement, give({ kind }));
  }

  function review(): void {
    const state = copy.now();
    if (!state || state.busy) return;
    copy.update({ checked: true, young: [], refusals: [] });
    const sound = publisher.check();
    if (copy.now()?.problems.length) stop([]);
    else if (!sound) page.announce('notSaved');
    else if (canSave(state) || publisher.state.getState().unsaved)
      copy.update({ dialog: { kind: 'review' } });
  }

  function show(outcome: Outcome, draft: ConfigurationDraft): void {
    switch (outcome.kind) {
      case 'saved': {
        const { found, differences, late } = outcome;
        const notice: Notice | null = late ? { kind: 'savedAfterAll' } : null;
        adopt('saved', found, differences.length ? { kind: 'differs', differences } : notice);
        lookAgain(found, draft);
        break;
      }
      case 'conflict':
        end('notSaved', { dialog: outcome });
        break;
      case 'refused':
        refuse(outcome.error, draft);
        break;
      case 'notSent':
        end('notSaved', give({ kind: 'failed', error: outcome.error }));
        break;
      case 'nothingHappened':
        end('notSaved', give({ kind: outcome.kind }));
        break;
      case 'outcomeUnknown':
        endInDoubt('unknownOutcome', outcome.kind, outcome.error);
        break;
      case 'unconfirmed':
        endInDoubt('saved', outcome.kind, outcome.error);
        break;
      case 'left':
    }
  }

  /**
   * Somebody who confirmed at the same moment may have written right after this page read: nothing of the API prevents that. So it
   * looks once more, and offers to merge what was saved here with what is there now. Once other changes were begun, the next
   * save will notice.
   */
  function lookAgain(saved: Configuration, mine: ConfigurationDraft): void {
    setTimeout(async () => {
      const untouched = () => {
        const state = copy.now();
        return state && !state.busy && !state.dialog && state.draft.base === saved && !isUnsaved(state.draft);
      };
      if (!untouched()) return;
      const now = await readNow(reader);
      if (!now.ok || jsonEqual(now.value?.source, saved.source) || !untouched()) return;
      copy.update({ draft: mine, dialog: { kind: 'conflict', theirs: now.value, sent: true } });
      page.announce('notSaved');
      page.setUnsaved(true);
    }, LOOK_AGAIN_AFTER);
  }

  async function confirm(): Promise<void> {
    const state = copy.now();
    if (state?.dialog?.kind !== 'review' || state.busy) return;
    const { draft, notice } = state;
    const doubtful = notice?.kind === 'outcomeUnknown' || notice?.kind === 'unconfirmed';
    copy.update({ busy: 'saving', dialog: null, notice: null });
    page.announce('saving');
    if (!canSave(state)) return publishOffer(state);
    // Whoever leaves meanwhile discards the changes: they are not sent any more.
    const wanted = () => copy.now() !== null;
    show(await writeAndSettle({ ...reader, draft, doubtful, wanted }), draft);
  }

  /** Only what is published has changed. */
  async function publishOffer({ draft, fields }: Editing): Promise<void> {
    const outcome = await publisher.publish(draft.base?.source ?? null, itemsOf(fields) ?? null);
    const done = outcome?.kind === 'published' || outcome?.kind === 'elsewhere';
    end(done ? 'saved' : outcome?.kind === 'unknown' ? 'unknownOutcome' : 'notSaved', {});
  }

  async function confirmDelete(): Promise<void> {
    const state = copy.now();
    const base = state?.draft.base;
    const id = base?.id;
    if (state?.dialog?.kind !== 'delete' || state.busy || id === undefined) return;
    if (!namesModule(state.dialog.typed, module)) return;
    copy.update({ busy: 'deleting', dialog: null, notice: null });
    page.announce('deleting');
    // What somebody else saved meanwhile is not deleted unseen.
    const before = await readNow(reader);
    if (!copy.now()) return;
    if (!before.ok) return end('notDeleted', give({ kind: 'failed', error: before.error }));
    if (!before.value) return adopt('deleted', null, { kind: 'deletedAfterAll' });
    if (!jsonEqual(before.value.source, base?.source))
      return end('notDeleted', { dialog: { kind: 'conflict', theirs: before.value, sent: false } });
    const answer = await deleteConfiguration(send, module.apiName, id);
    if (answer.ok) return adopt('deleted', null, null);
    // Somebody may have deleted it before: then it is not found.
    if (answer.error.certain && answer.error.kind !== 'notFound')
      return end('notDeleted', give({ kind: 'failed', error: answer.error }));
    const again = await readNow(reader);
    if (!again.ok) endInDoubt('unknownOutcome', 'outcomeUnknown', again.error);
    else if (!again.value) adopt('deleted', null, { kind: 'deletedAfterAll' });
    else if (again.value.id === id) end('notDeleted', give({ kind: 'nothingHappened' }));
    else end('notDeleted', { dialog: { kind: 'conflict', theirs: again.value, sent: true } });
  }

  const conflict = () => {
    const dialog = copy.now()?.dialog;
    return dialog?.kind === 'conflict' ? dialog : null;
  };

  return {
    review,
    confirm,
    askToDelete() {
      const state = copy.now();
      if (state && !state.busy && state.draft.base && !state.draft.base.systemDefined)
        copy.update({ dialog: { kind: 'delete', typed: '' } });
    },
    typeName: (typed) => copy.update({ dialog: { kind: 'delete', typed } }),
    confirmDelete,
    cancel: () => copy.update({ dialog: null }),
    takeTheirs() {
      const dialog = conflict();
      if (dialog) adopt('discarded', dialog.theirs, null);
    },
    goOnWith(merged) {
      if (!conflict()) return;
      copy.update({ dialog: null });
      copy.edit(() => merged);
      if (isChanged(merged)) review();
      // Everything of mine was theirs already, or gave way to it; rules that wait for another lock type stay.
      else if (!isUnsaved(merged)) adopt('discarded', merged.base, null);
    },
  };
}
