import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConfigurationDraft, draftOf } from '../../locking/configuration/draft';
import type { Limits } from '../../locking/configuration/limits';
import type { Configuration } from '../../locking/configuration/model';
import { isUnsaved } from '../../locking/configuration/saving/request';
import { validateConfiguration } from '../../locking/configuration/validation/validate-configuration';
import { type Editing, itemsOf } from './editing-state';
import type { KeptDrafts } from './kept-drafts';
import { summaryOf } from './module-row';
import type { EditorPage } from './page-store';
import { type PlacedProblem, placeProblem } from './placed-problem';

export interface WorkingCopyPorts {
  readonly module: { readonly apiName: string };
  readonly limits: Limits;
  readonly drafts: KeptDrafts;
  readonly page: EditorPage;
}

/** A module's configuration while it is edited: what the commands of the editor read and change. */
export interface WorkingCopy {
  readonly state: StoreApi<Editing>;
  /** The state while the module is open, else null. */
  now(): Editing | null;
  update(change: Partial<Editing>): void;
  edit(change: (draft: ConfigurationDraft) => ConfigurationDraft): void;
  /** Takes what was read as the new start, without unsaved changes. */
  adopt(found: Configuration | null, notice: Editing['notice']): void;
  discard(): void;
  /** Writes the unsaved changes down now, e.g. because the page goes away. */
  keepNow(): void;
  /** The module was left: late replies are ignored, what was kept stays. */
  close(): void;
}

/** Milliseconds of quiet after which unsaved changes are written down. */
const KEEP_AFTER = 300;

type Judged = Pick<Editing, 'draft' | 'fields' | 'profiles' | 'buttons' | 'checked' | 'young' | 'refusals'>;
const JUDGED = ['draft', 'fields', 'profiles', 'buttons', 'checked', 'young', 'refusals'] as const;

export function createWorkingCopy(
  start: Omit<Editing, 'problems'>,
  { module, limits, drafts, page }: WorkingCopyPorts,
): WorkingCopy {
  const state = createStore<Editing>(() => ({ ...start, problems: problemsOf(start) }));
  let closed = false;
  let keeping: ReturnType<typeof setTimeout> | undefined;

  function problemsOf(judged: Judged): readonly PlacedProblem[] {
    const { draft, fields, profiles, buttons, checked, young, refusals } = judged;
    if (!checked) return refusals;
    const found = validateConfiguration(draft, {
      module: module.apiName,
      limits,
      fields: itemsOf(fields),
      profiles: itemsOf(profiles),
      buttons: itemsOf(buttons),
    });
    const placed = found.map((problem) => placeProblem(draft, problem));
    return [...placed.filter(({ place }) => !young.includes(place?.ruleKey ?? '')), ...refusals];
  }

  const now = (): Editing | null => (closed ? null : state.getState());

  function update(change: Partial<Editing>): void {
    const before = now();
    if (!before) return;
    const after = { ...before, ...change };
    const same = JUDGED.every((key) => after[key] === before[key]);
    state.setState(same ? after : { ...after, problems: problemsOf(after) }, true);
  }

  function keepNow(): void {
    if (!keeping) return;
    clearTimeout(keeping);
    keeping = undefined;
    const editing = now();
    if (editing) drafts.keep(editing.draft);
  }

  function forget(): void {
    clearTimeout(keeping);
    keeping = undefined;
    drafts.forget();
  }

  return {
    state,
    now,
    update,
    keepNow,
    edit(change) {
      const editing = now();
      if (!editing || editing.busy || editing.draft.base?.systemDefined) return;
      const draft = change(editing.draft);
      if (draft === editing.draft) return;
      update({ draft, discarded: null });
      page.setUnsaved(isUnsaved(draft));
      page.announce(null);
      clearTimeout(keeping);
      keeping = setTimeout(keepNow, KEEP_AFTER);
    },
    adopt(found, notice) {
      forget();
      if (!now()) return;
      update({
        draft: draftOf(found),
        checked: false,
        refusals: [],
        busy: null,
        dialog: null,
        discarded: null,
        notice,
      });
      page.tell(module.apiName, found && summaryOf(found.source));
      page.setUnsaved(false);
    },
    discard() {
      const editing = now();
      if (!editing || editing.busy) return;
      forget();
      update({ draft: draftOf(editing.draft.base), checked: false, refusals: [], notice: null });
      page.setUnsaved(false);
      page.announce('discarded');
    },
    close() {
      keepNow();
      closed = true;
    },
  };
}
