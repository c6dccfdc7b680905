import { useEffect, useState } from 'preact/hooks';
import type { SdkCall, SdkLog } from '../wire/sdk-log';

/** Longer texts would make the page slow, and nobody reads them here. */
const LONGEST = 20_000;

const json = (value: unknown): string => (JSON.stringify(value, null, 2) ?? 'undefined').slice(0, LONGEST);

/** Every call that the widget made through the SDK, with what it sent and what came back. */
export function SdkCallList({ log }: { readonly log: SdkLog }) {
  const [, setChanges] = useState(0);
  useEffect(() => log.listen(() => setChanges((before) => before + 1)), [log]);
  if (log.calls.length === 0) return <p>The widget has made no call yet.</p>;
  return (
    <ol aria-label="SDK calls of the widget">
      {log.calls.map((call) => (
        <li key={call.id} data-state={call.state}>
          <Call call={call} />
        </li>
      ))}
    </ol>
  );
}

/** What was sent and what came back is written out only when it is asked for. */
function Call({ call }: { readonly call: SdkCall }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="path">{call.name}</span> <b>{call.state === 'waiting' ? 'no answer yet' : call.state}</b>
        {call.ms !== undefined && <span> {call.ms} ms</span>}
      </summary>
      {isOpen && <pre>{json(call.sent)}</pre>}
      {isOpen && call.state !== 'waiting' && <pre>{json(call.answer)}</pre>}
    </details>
  );
}
