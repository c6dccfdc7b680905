import type { CrmError, Result } from '../../crm/errors';
import { readConfiguration } from '../../crm/read-configuration';
import { deleteConfiguration, saveConfiguration } from '../../crm/write-configuration';
import type { Configuration } from '../../locking/configuration';
import { configurationDifferences } from '../../locking/configuration-differences';
import type { ConfigurationDraft } from '../../locking/configuration-draft';
import { problemFromApiError } from '../../locking/configuration-problems';
import { configurationRequest, intendedConfiguration, isChanged } from '../../locking/configuration-request';
import { validateConfiguration } from '../../locking/configuration-validation';
import { jsonEqual } from '../../locking/json';
import { type PlacedProblem, placeProblem } from '../problems/placed-problem';
import type { Announcement } from '../settings-state';
import { type Editing, itemsOf, type Notice } from './editor-state';
import type { EditorStore } from './editor-store';
import { rebase } from './rebase';

export interface Saving {
  /** What is wrong with the draft as it is. */
  problems(): readonly PlacedProblem[];
  /** Validates, sends, reads again. Resolves when the outcome is shown; false when there are problems to look at. */
  save(): Promise<boolean>;
  askToDelete(): void;
  typeName(typed: string): void;
  /** Deletes the configuration once the module's name is typed. */
  confirmDelete(): Promise<void>;
  /** Closes the question, whatever it is. */
  cancel(): void;
  /** Drops my changes and goes on with what somebody else saved. */
  takeTheirs(): void;
  /** Goes on with mine as a change of theirs; nothing is sent yet. */
  keepMine(): void;
}

export const canSave = ({ draft }: Editing): boolean =>
  !draft.base?.systemDefined && (draft.base === null || isChanged(draft));

/** Whether what was typed names the module. */
export const namesModule = (typed: string, { label, apiName }: EditorStore['module']): boolean =>
  [label, apiName].some((name) => name.trim().toLowerCase() === typed.trim().toLowerCase());

export function createSaving(store: EditorStore): Saving {
  const { send, module, limits, page } = store;
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
    if (!store.editing()) return;
    store.adopt(found, notice);
    page.announce(announcement);
  }

  async function readAgain(): Promise<Result<Configuration | null>> {
    const answer = await readConfiguration(send, module.apiName);
    return answer.ok ? store.parse(answer.value) : answer;
  }

  const unchanged = (draft: ConfigurationDraft, found: Configuration | null): boolean =>
    jsonEqual(draft.base?.source, found?.source);

  function refuse(error: CrmError, draft: ConfigurationDraft): void {
    const problem = problemFromApiError(error);
    if (problem === 'unplaced') end('notSaved', give({ kind: 'failed', error }));
    else end('notSaved', { refusals: [placeProblem(draft, problem)] });
  }

  /** Neither the editor nor the list claims what nobody could read. */
  function endInDoubt(announcement: Announcement, kind: 'unconfirmed' | 'outcomeUnknown', error: CrmError) {
    page.tellFailed(module.apiName, error);
    end(announcement, give({ kind }));
  }

  /** After a write that Zoho confirmed (`written`) or whose reply was lost: what does the configuration say now? */
  async function settle(draft: ConfigurationDraft, written: boolean): Promise<void> {
    const again = await readAgain();
    if (!again.ok)
      return written
        ? endInDoubt('saved', 'unconfirmed', again.error)
        : endInDoubt('unknownOutcome', 'outcomeUnknown', again.error);
    const found = again.value;
    const differences = found && configurationDifferences(intendedConfiguration(draft), found.source);
    if (differences && (written || !differences.length)) {
      const late: Notice | null = written ? null : { kind: 'savedAfterAll' };
      return adopt('saved', found, differences.length ? { kind: 'differs', differences } : late);
    }
    if (unchanged(draft, found)) end('notSaved', give({ kind: 'nothingHappened' }));
    else end('notSaved', { question: { kind: 'conflict', theirs: found, sent: true } });
  }

  async function save(): Promise<boolean> {
    const state = store.editing();
    if (!state || state.busy) return true;
    store.update({ checked: true, refusals: [], notice: null });
    if (problems().length) {
      page.announce('notSaved');
      return false;
    }
    const { draft, notice } = state;
    const doubtful = notice?.kind === 'outcomeUnknown' || notice?.kind === 'unconfirmed';
    const request = configurationRequest(draft);
    if (!request) return true;
    store.update({ busy: 'saving' });
    page.announce('saving');
    // Nothing that somebody else saved meanwhile is overwritten unseen.
    const before = await readAgain();
    // Whoever left meanwhile has discarded the changes: they are not sent any more.
    if (!store.editing()) return true;
    if (!before.ok) end('notSaved', give({ kind: 'failed', error: before.error }));
    else if (!unchanged(draft, before.value)) {
      // A try before this one may have come through after all: then there is nothing left to send.
      if (before.value && !configurationDifferences(intendedConfiguration(draft), before.value.source).length)
        adopt('saved', before.value, doubtful ? { kind: 'savedAfterAll' } : null);
      else end('notSaved', { question: { kind: 'conflict', theirs: before.value, sent: doubtful } });
    } else {
      const answer = await saveConfiguration(send, module.apiName, request);
      if (answer.ok || !answer.error.certain) await settle(draft, answer.ok);
      else refuse(answer.error, draft);
    }
    const after = store.editing();
    return !after?.refusals.length && after?.notice?.kind !== 'failed';
  }

  async function confirmDelete(): Promise<void> {
    const state = store.editing();
    const id = state?.draft.base?.id;
    if (state?.question?.kind !== 'delete' || state.busy || id === undefined) return;
    if (!namesModule(state.question.typed, module)) return;
    store.update({ busy: 'deleting', question: null, notice: null });
    page.announce('deleting');
    const answer = await deleteConfiguration(send, module.apiName, id);
    if (answer.ok) return adopt('deleted', null, null);
    // Somebody may have deleted it before: then it is not found.
    if (answer.error.certain && answer.error.kind !== 'notFound')
      return end('notDeleted', give({ kind: 'failed', error: answer.error }));
    const again = await readAgain();
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
    save,
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
    keepMine() {
      const question = conflict();
      const state = store.editing();
      if (!question || !state) return;
      store.update({ question: null });
      store.edit((draft) => rebase(draft, question.theirs));
    },
  };
}
