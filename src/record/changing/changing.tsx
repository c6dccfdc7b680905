import type { BrowserMemory } from '../../ui/browser-memory';
import { mayBeSent, offeredReasons } from '../explanation/offered-reasons';
import type { Summaries } from '../explanation/published-explanations';
import type { RecordStore } from '../start/record-store';
import type { TaskViews } from '../view/view-context';
import { createTaskActions } from './actions';
import { NoticeBar, noticeText } from './NoticeBar';
import { ReasonChoice } from './ReasonChoice';
import { problemText, ReasonForm } from './ReasonForm';
import { recentReasons } from './typed-memory';
import { UnlockDialog } from './UnlockDialog';

/** Milliseconds that a reason waits, once sent off, for the news whether it is among those that may be given. */
const OFFER_BOUND = 2_000;

/** The forms and questions that change a lock, and what comes of them. */
export function createTasks(store: RecordStore, memory: BrowserMemory, summaries: Summaries): TaskViews {
  const actions = createTaskActions(store, memory);

  const offer = (module: string) => offeredReasons(summaries.kept(module));
  let learning: Promise<void> | null = null;

  /** Learns which reasons are offered, for a form that is open; what is known already costs no call. */
  async function learnReasons(): Promise<void> {
    const state = store.shown();
    if (!state || !('draft' in state.task) || summaries.kept(state.module) !== undefined) return;
    learning = summaries.read(state.module);
    await learning;
    learning = null;
    store.update({});
  }

  /** Sends the form once it is known whether its text may be given, unless the text is changed meanwhile. */
  async function submit(): Promise<void> {
    const task = store.shown()?.task;
    if (learning) await Promise.race([learning, new Promise((resolve) => setTimeout(resolve, OFFER_BOUND))]);
    const state = store.shown();
    if (state && state.task === task && 'draft' in task)
      actions.submit(mayBeSent(offer(state.module), task.draft));
  }

  actions.resume();
  void learnReasons();
  return {
    start(task) {
      actions[task]();
      void learnReasons();
    },
    announcement: ({ notice, task, busy, module }, ui) =>
      // What comes out the same again is to be said again: so it is not there in between.
      busy
        ? null
        : notice
          ? noticeText(notice, ui)
          : 'draft' in task && task.checked
            ? problemText(task, offer(module), ui)
            : null,
    view(state, ui) {
      const { task, lock, notice } = state;
      const busy = state.busy === 'writing';
      return (
        <>
          {notice && !(task.kind === 'choosing' && !notice.error) && (
            // The question says already that somebody was quicker.
            <NoticeBar notice={notice} undo={actions.undo} ui={ui} />
          )}
          {'draft' in task && (
            <ReasonForm
              task={task}
              busy={busy}
              offer={offer(state.module)}
              recent={recentReasons(memory)}
              actions={{ ...actions, submit: () => void submit() }}
              ui={ui}
            />
          )}
          {task.kind === 'unlocking' && lock && (
            <UnlockDialog lock={lock} busy={busy} actions={actions} ui={ui} />
          )}
          {task.kind === 'choosing' && (
            <ReasonChoice mine={task.mine} theirs={lock} busy={busy} actions={actions} ui={ui} />
          )}
        </>
      );
    },
  };
}
