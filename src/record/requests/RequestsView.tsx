import { relativeTime } from '../../i18n/relative-time';
import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { isOpen, type UnlockRequest } from '../../locking/requests/requests';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import type { Requests } from './create-requests';
import { MessageForm } from './MessageForm';
import { RequestNoticeBar } from './RequestNoticeBar';
import { mayAnswer, type Roles, rolesIn } from './roles';

interface RequestsViewProps {
  state: RecordShown;
  requests: Requests;
  ui: ViewContext;
  /** The user is known not to be able to unlock the record. */
  cannotUnlock: boolean;
}

/** What people ask about the lock: one's own request with what came of it, and those of others. */
export function RequestsView({ state, requests, ui, cannotUnlock }: RequestsViewProps) {
  const { asking, busy, notice } = requests.state();
  const { lock } = state;
  const roles = rolesIn(requests.state(), ui.userId);
  return (
    <>
      {lock && roles.mine && <MyRequest request={roles.mine} requests={requests} ui={ui} />}
      {lock && !roles.mine && roles.answered && <MyAnswer request={roles.answered} ui={ui} />}
      {lock && roles.others.length > 0 && (
        <Others
          {...{ lock, roles, requests, ui, cannotUnlock }}
          writing={state.busy === 'writing'}
          idle={state.task.kind === 'idle'}
        />
      )}
      {asking && (
        <MessageForm
          field="message"
          text={asking.text}
          checked={asking.checked}
          busy={busy === 'asking'}
          type={requests.typeMessage}
          send={() => requests.sendMessage(ui)}
          cancel={requests.cancelAsking}
          ui={ui}
        />
      )}
      {notice && state.task.kind === 'idle' && (
        <RequestNoticeBar notice={notice} message={asking?.text} readAgain={requests.readAgain} ui={ui} />
      )}
    </>
  );
}

const whenOf = (at: string | null | undefined, ui: ViewContext): string =>
  (at && relativeTime(at, ui.now, ui.tag)) || ui.t('record.requests.sometime');

function MyRequest({
  request,
  requests,
  ui,
}: {
  request: UnlockRequest;
  requests: Requests;
  ui: ViewContext;
}) {
  const { busy } = requests.state();
  const names = request.tasks.flatMap(({ owner }) => owner?.name || []);
  return (
    <section class="note told" aria-label={ui.t('record.requests.yours')}>
      <b>{ui.t('record.requests.youAsked', { when: whenOf(request.at, ui) })}</b>
      {names.length > 0 && (
        <div class="muted">{ui.t('record.requests.sentTo', { names: [...new Set(names)].join(', ') })}</div>
      )}
      <p class="said" dir="auto">
        {request.message}
      </p>
      <div class="row">
        <button
          type="button"
          class="button"
          aria-disabled={busy !== null}
          onClick={() => requests.withdraw(request, ui)}
        >
          {ui.t(`record.requests.${busy === 'withdrawing' ? 'withdrawing' : 'withdraw'}`)}
        </button>
      </div>
    </section>
  );
}

function MyAnswer({ request, ui }: { request: UnlockRequest; ui: ViewContext }) {
  const { outcome } = request;
  if (!outcome || outcome.kind === 'withdrawn') return null;
  const name = outcome.by?.name ?? '';
  const key = name ? outcome.kind : `${outcome.kind}ByNobody`;
  return (
    <section class="note told" aria-label={ui.t('record.requests.yours')}>
      <b>{ui.t(`record.requests.outcome.${key}`, { name, when: whenOf(outcome.at, ui) })}</b>
      {outcome.answer && (
        <p class="said" dir="auto">
          {outcome.answer}
        </p>
      )}
    </section>
  );
}

interface OthersProps {
  lock: Lock;
  roles: Roles;
  requests: Requests;
  ui: ViewContext;
  cannotUnlock: boolean;
  /** The lock is being changed. */
  writing: boolean;
  /** No form is open that changes the lock: it has buttons of its own. */
  idle: boolean;
}

function Others({ lock, roles, requests, ui, cannotUnlock, writing, idle }: OthersProps) {
  const { t } = ui;
  const { answering, busy } = requests.state();
  const unlockable = hasManualPart(lock) && !cannotUnlock;
  return (
    <section class="asks" aria-label={t('record.requests.title')}>
      {roles.others.filter(isOpen).map((request) => (
        <div class="note told" key={request.key}>
          <b>{t('record.requests.asks', { name: request.by?.name || t('record.requests.somebody') })}</b>{' '}
          <span class="muted">{whenOf(request.at, ui)}</span>
          <p class="said" dir="auto">
            {request.message}
          </p>
          {answering?.key === request.key ? (
            <MessageForm
              field="answer"
              text={answering.text}
              checked={answering.checked}
              busy={busy === 'answering'}
              type={requests.typeAnswer}
              send={() => requests.sendAnswer(ui)}
              cancel={requests.cancelAnswering}
              ui={ui}
            />
          ) : (
            idle &&
            mayAnswer(request, lock, ui.userId, cannotUnlock) && (
              <div class="row">
                {unlockable && (
                  <button
                    type="button"
                    class="button primary"
                    aria-disabled={busy !== null || writing}
                    onClick={() => busy || writing || requests.unlock()}
                  >
                    {t(writing ? 'record.change.unlocking' : 'record.unlockRecord')}
                  </button>
                )}
                <button
                  type="button"
                  class="button"
                  aria-disabled={busy !== null || writing}
                  onClick={() => busy || writing || requests.startAnswering(request.key)}
                >
                  {t('record.requests.decline')}
                </button>
              </div>
            )
          )}
        </div>
      ))}
      {!hasManualPart(lock) && <p class="typed">{t('record.requests.ruleHelp')}</p>}
    </section>
  );
}
