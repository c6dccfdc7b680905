import { daysLater, endOfMonth } from '../../locking/reminders/days';
import { errorText } from '../view/texts';
import type { ViewContext } from '../view/view-context';
import type { Reminders } from './create-reminders';

/** In the form that locks: when the person who locks wants to be reminded of it. */
export function ReminderField({ reminders, ui }: { reminders: Reminders; ui: ViewContext }) {
  const { t } = ui;
  const day = reminders.day();
  const today = reminders.today();
  const tomorrow = daysLater(today, 1);
  const choices = [
    ['tomorrow', tomorrow],
    ['week', daysLater(today, 7)],
    ['month', endOfMonth(today)],
  ] as const;
  return (
    <div class="remind">
      <label class="choice">
        <input
          type="checkbox"
          checked={day !== null}
          onChange={(event) => reminders.choose(event.currentTarget.checked ? tomorrow : null)}
        />
        <span>{t('record.reminders.remind')}</span>
      </label>
      {day !== null && (
        <div class="row">
          {choices.map(([key, value]) => (
            <button
              key={key}
              type="button"
              class="chip"
              aria-pressed={day === value}
              onClick={() => reminders.choose(value)}
            >
              {t(`record.reminders.${key}`)}
            </button>
          ))}
          <input
            type="date"
            aria-label={t('record.reminders.date')}
            value={day}
            min={tomorrow}
            onChange={(event) => event.currentTarget.value && reminders.choose(event.currentTarget.value)}
          />
        </div>
      )}
    </div>
  );
}

/** A reminder that failed, and a lock that outlived its day. */
export function ReminderNotes({ reminders, ui }: { reminders: Reminders; ui: ViewContext }) {
  const { t, tag } = ui;
  const failure = reminders.failure();
  const due = reminders.pastDue();
  const day =
    due && new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(due));
  return (
    <>
      {day && <p class="note due">{t('record.reminders.past', { day })}</p>}
      {failure && (
        <div class="note bad">
          {t(`record.reminders.${failure.kind}`)}{' '}
          {failure.error.kind === 'noPermission'
            ? t('record.requests.noTasks')
            : errorText(ui, failure.error, 'read')}{' '}
          <button type="button" class="link" onClick={failure.retry}>
            {t('common.retry')}
          </button>
        </div>
      )}
    </>
  );
}
