import { EVENTS, sendEvent } from '../widget-events';
import { useCrm } from './crm-context';

/** Sends an event to the widget, as a Client Script or the telephony of the CRM would. */
export function EventSender() {
  const { say } = useCrm();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const text = String(form.get('data') ?? '').trim();
    try {
      sendEvent(String(form.get('event')), text ? JSON.parse(text) : undefined);
    } catch {
      say('The data of an event has to be JSON.');
    }
  };
  return (
    <form class="event-sender" onSubmit={send}>
      <label>
        Event
        <select name="event">
          {EVENTS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        Data (JSON)
        <input name="data" placeholder='{"a": 1}' size={12} />
      </label>
      <button type="submit">Send event</button>
    </form>
  );
}
