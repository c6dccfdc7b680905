import { useMemo } from 'preact/hooks';
import { planRun, reachOf } from '../../locking/bulk/plan-run';
import { useStore } from '../../ui/use-store';
import { planned } from '../changing/commands';
import { ReasonForm } from '../changing/ReasonForm';
import { UnlockDialog } from '../changing/UnlockDialog';
import { Progress } from '../run/Progress';
import { Results } from '../run/Results';
import { resultsText } from '../run/results-text';
import type { Services } from '../services';
import type { PageShown } from '../start/records-state';
import type { RecordsStore } from '../start/records-store';
import { chosenRows } from '../table/arrange';
import { errorText, type RecordsUi } from '../view/words';

export interface BarProps {
  readonly store: RecordsStore;
  readonly services: Services;
  readonly ui: RecordsUi;
}

/** What can be done about the rows that are ticked, and what comes of it; with the page's one live region. */
export function Bar({ store, services, ui }: BarProps) {
  const page = useStore(store.api, (state) => (state.kind === 'page' ? state : null));
  const run = page?.run ?? null;
  const task = page?.task ?? null;
  const plan = useMemo(() => page && planned(page), [page?.list, page?.shown, page?.chosen, task]);
  const { t } = ui;
  return (
    <>
      {page && run?.phase === 'ended' && <Results run={run} store={store} runs={services.runs} ui={ui} />}
      {page && run && run.phase !== 'ended' && <Progress run={run} onStop={services.runs.stop} ui={ui} />}
      {page && plan && task && 'draft' in task && (
        <ReasonForm
          task={task}
          plan={plan}
          offered={page.module ? services.published.offered(page.module) : { reasons: [], free: true }}
          recent={services.typed.recent()}
          commands={services.changing}
          ui={ui}
        />
      )}
      {plan && task?.kind === 'unlocking' && (
        <UnlockDialog plan={plan} left={page?.details.left ?? 0} commands={services.changing} ui={ui} />
      )}
      {page?.list.kind === 'listed' && task && !('draft' in task) && (!run || run.phase === 'ended') && (
        <Actions page={page} services={services} ui={ui} />
      )}
      <p role="status" class="unseen">
        {page && announcement(page, ui)}
      </p>
      {ui.limited && <p class="muted limited">{t('common.limited')}</p>}
    </>
  );
}

function Actions({ page, services, ui }: { page: PageShown; services: Services; ui: RecordsUi }) {
  const { t } = ui;
  const { changing } = services;
  const { forbidden, chosen, shown, list } = page;
  const rows = useMemo(() => chosenRows({ list, shown, chosen }), [list, shown, chosen]);
  const reach = useMemo(() => reachOf(rows), [rows]);
  const held = useMemo(() => planRun({ kind: 'unlock' }, rows).left.heldByRule, [rows]);
  const known = list.kind === 'listed' ? list.place : null;
  const hidden =
    rows.length === chosen.size ? 0 : [...chosen].filter((id) => known?.has(id)).length - rows.length;
  const notes = [
    forbidden.lock && `${t('records.forbidden.lock')} ${errorText(ui, forbidden.lock)}`,
    forbidden.unlock && `${t('records.forbidden.unlock')} ${errorText(ui, forbidden.unlock)}`,
    hidden > 0 && t('records.hiddenChosen', { count: hidden }),
    reach.unlock > 0 && held > 0 && t('records.plan.heldByRule', { count: held }),
  ].filter(Boolean);
  const mayLock = reach.lock > 0 && !forbidden.lock;
  const mayUnlock = reach.unlock > 0 && !forbidden.unlock;
  const mayEdit = reach.edit > 0 && !forbidden.lock;
  return (
    <div class="row">
      <button
        type="button"
        class={mayLock ? 'button primary' : 'button'}
        disabled={!mayLock}
        onClick={changing.startLocking}
      >
        {t('records.lockCount', { count: forbidden.lock ? 0 : reach.lock })}
      </button>
      <button
        type="button"
        class={!mayLock && mayUnlock ? 'button primary' : 'button'}
        disabled={!mayUnlock}
        onClick={changing.askToUnlock}
      >
        {t('records.unlockCount', { count: forbidden.unlock ? 0 : reach.unlock })}
      </button>
      <button type="button" class="button quiet" disabled={!mayEdit} onClick={changing.startEditing}>
        {t('records.editReason')}
      </button>
      <span class="muted hint">
        {rows.length > 0 && t('records.chosenOf', { count: rows.length })} {notes.join(' ')}
      </span>
    </div>
  );
}

/** What is spoken: how the list stands, or what came of the run; never each of its steps. */
function announcement(page: PageShown, ui: RecordsUi): string {
  const { t } = ui;
  const { run, list, shown } = page;
  if (run?.phase === 'ended') return resultsText(run, ui);
  if (run) return t(`records.running.${run.action}`, { total: run.total });
  if (list.kind === 'failed') return `${t('records.failed')} ${errorText(ui, list.error)}`;
  if (list.kind !== 'listed') return t('records.reading');
  return shown.order.length === list.rows.length
    ? t('records.selected', { count: list.rows.length })
    : t('records.shownOf', { shown: shown.order.length, total: list.rows.length });
}
