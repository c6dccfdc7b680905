import { jsonEqual } from '../../base/json';
import type { CrmError } from '../../crm/errors';
import { deleteConfiguration } from '../../crm/write-configuration';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Configuration } from '../../locking/configuration/model';
import { isChanged, isUnsaved } from '../../locking/configuration/saving/request';
import { problemFromApiError } from '../../locking/configuration/validation/problems';
import { validateConfiguration } from '../../locking/configuration/validation/validate-configuration';
import { type Editing, itemsOf, type Notice } from './editor-state';
import type { EditorStore } from './editor-store';
import type { Announcement } from './page-state';
import { type PlacedProblem, placeProblem } from './placed-problem';
import { type Outcome, readAgain, writeAndSettle } from './write-and-settle';

export interface Saving {
  /** What is wrong with the draft as it is. */
  problems(): readonly PlacedProblem[];
  /** Validates, and opens the review; false when there are problems to look at. */
  review(): boolean;
  /** Sends what was reviewed and reads again. Resolves when the outcome is shown; false when there are problems to look at. */
  confirm(): Promise<boolean>;
  askToDelete(): void;
  typeName(typed: string): void;
  /** Deletes the configuration once the module's name is typed. */
  confirmDelete(): Promise<void>;
  /** Closes the question, whatever it is. */
  cancel(): void;
  /** Drops my changes and goes on with what somebody else saved. */
  takeTheirs(): void;
  /** Goes on with a draft on top of what somebody else saved, to its review; nothing is sent yet. False as for `review`. */
  goOnWith(merged: ConfigurationDraft): boolean;
}

export const canSave = ({ draft }: Editing): boolean =>
  !draft.base?.systemDefined && (draft.base === null || isChanged(draft));

/** Whether what was typed names the module. */
export const namesModule = (typed: string, { label, apiName }: EditorStore['module']): boolean =>
  [label, apiName].some((name) => name.trim().toLowerCase() === typed.trim().toLowerCase());

export function createSaving(store: EditorStore): Saving {
  const { send, module, limits, page } = store;
  const reading = { send, module: module.apiName, parse: store.parse };
  let judged: { readonly state: Editing; readonly problems: readonly PlacedProblem[] } | null = null;

  function problems(): readonly PlacedProblem[] {
    const state = store.editing();
    if (!state) return [];
    const same =
      judged?.state.draft === state.draft &&
      judged.state.fields === state.fields &&
      judged.state.profiles === state.profiles &&
      judged.state.buttons === state.buttons;
    if (judged && same) return judged.problems;
    const found = validateConfiguration(state.draft, {
      module: module.apiName,
      limits,
      fields: itemsOf(state.fields),
      profiles: itemsOf(state.profiles),
      buttons: itemsOf(state.buttons),
    });
    judged = { state, problems: found.map((problem) => placeProblem(state.draft, problem)) };
    return judged.problems;
  }

  /** Ends a save or delete without a new start: the draft stays as it is. */
  function end(announcement: Announcement, change: Partial<Editing>): void {
    if (!store.editing()) return;
    store.update({ busy: null, ...change });
    page.announce(announcement);
  }
  const give = (notice: Notice): Partial<Editing> => ({ notice });

  function adopt(announcement: Announcement, found: Configuration | null, notice: Notice | null): void {
    if (announcement !== 'discarded') store.saved?.(found);
    if (!store.editing()) return;
    store.adopt(found, notice);
    page.announce(announcement);
  }

  function refuse(error: CrmError, draft: ConfigurationDraft): void {
    const problem = problemFromApiError(error);
    if (problem === 'unplaced') end('notSaved', give({ kind: 'failed', error }));
    else end('notSaved', { refusals: [placeProblem(draft, problem)] });
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

  function review(): boolean {
    const state = store.editing();
    if (!state || state.busy) return true;
    store.update({ checked: true, refusals: [] });
    if (problems().length) {
      page.announce('notSaved');
      return false;
    }
    if (canSave(state)) store.update({ question: { kind: 'review' } });
    return true;
  }

  function show(outcome: Outcome, draft: ConfigurationDraft): void {
    switch (outcome.kind) {
      case 'saved': {
        const { found, differences, late } = outcome;
        const notice: Notice | null = late ? { kind: 'savedAfterAll' } : null;
        adopt('saved', found, differences.length ? { kind: 'differs', differences } : notice);
        break;
      }
      case 'conflict':
        end('notSaved', { question: outcome });
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

  async function confirm(): Promise<boolean> {
    const state = store.editing();
    if (state?.question?.kind !== 'review' || state.busy) return true;
    const { draft, notice } = state;
    const doubtful = notice?.kind === 'outcomeUnknown' || notice?.kind === 'unconfirmed';
    store.update({ busy: 'saving', question: null, notice: null });
    page.announce('saving');
    // Whoever leaves meanwhile discards the changes: they are not sent any more.
    const wanted = () => store.editing() !== null;
    show(await writeAndSettle({ ...reading, draft, doubtful, wanted }), draft);
    const after = store.editing();
    return !after?.refusals.length && after?.notice?.kind !== 'failed';
  }

  async function confirmDelete(): Promise<void> {
    const state = store.editing();
    const base = state?.draft.base;
    const id = base?.id;
    if (state?.question?.kind !== 'delete' || state.busy || id === undefined) return;
    if (!namesModule(state.question.typed, module)) return;
    store.update({ busy: 'deleting', question: null, notice: null });
    page.announce('deleting');
    // What somebody else saved meanwhile is not deleted unseen.
    const before = await readAgain(reading);
    if (!store.editing()) return;
    if (!before.ok) return end('notDeleted', give({ kind: 'failed', error: before.error }));
    if (!before.value) return adopt('deleted', null, { kind: 'deletedAfterAll' });
    if (!jsonEqual(before.value.source, base?.source))
      return end('notDeleted', { question: { kind: 'conflict', theirs: before.value, sent: false } });
    const answer = await deleteConfiguration(send, module.apiName, id);
    if (answer.ok) return adopt('deleted', null, null);
    // Somebody may have deleted it before: then it is not found.
    if (answer.error.certain && answer.error.kind !== 'notFound')
      return end('notDeleted', give({ kind: 'failed', error: answer.error }));
    const again = await readAgain(reading);
    if (!again.ok) endInDoubt('unknownOutcome', 'outcomeUnknown', again.error);
    else if (!again.value) adopt('deleted', null, { kind: 'deletedAfterAll' });
    else if (again.value.id === id) end('notDeleted', give({ kind: 'nothingHappened' }));
    else end('notDeleted', { question: { kind: 'conflict', theirs: again.value, sent: true } });
  }

  const conflict = () => {
    const question = store.editing()?.question;
    return question?.kind === 'conflict' ? question : null;
  };

  return {
    problems,
    review,
    confirm,
    askToDelete() {
      const state = store.editing();
      if (state && !state.busy && state.draft.base && !state.draft.base.systemDefined)
        store.update({ question: { kind: 'delete', typed: '' } });
    },
    typeName: (typed) => store.update({ question: { kind: 'delete', typed } }),
    confirmDelete,
    cancel: () => store.update({ question: null }),
    takeTheirs() {
      const question = conflict();
      if (question) adopt('discarded', question.theirs, null);
    },
    goOnWith(merged) {
      if (!conflict()) return true;
      store.update({ question: null });
      store.edit(() => merged);
      if (isChanged(merged)) return review();
      // Everything of mine was theirs already, or gave way to it; rules that wait for another lock type stay.
      if (!isUnsaved(merged)) adopt('discarded', merged.base, null);
      return true;
    },
  };
}
