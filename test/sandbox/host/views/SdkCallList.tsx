import type { SdkCall } from '../wire/sdk-log';

/** Longer texts would make the page slow, and nobody reads them here. */
const LONGEST = 20_000;

const json = (value: unknown): string => (JSON.stringify(value, null, 2) ?? 'undefined').slice(0, LONGEST);

/** Every call that the widget made through the SDK, with what it sent and what came back. */
export function SdkCallList({ calls }: { readonly calls: readonly SdkCall[] }) {
  if (calls.length === 0) return <p class="activity">The widget has made no call yet.</p>;
  return (
    <ol class="activity sdk-calls" aria-label="SDK calls of the widget">
      {calls.map((call) => (
        <li key={call.id} data-state={call.state}>
          <details>
            <summary>
              <span class="path">{call.name}</span>{' '}
              <b>{call.state === 'waiting' ? 'no answer yet' : call.state}</b>
              {call.ms !== undefined && <span> {call.ms} ms</span>}
            </summary>
            <pre>{json(call.sent)}</pre>
            {call.state !== 'waiting' && <pre>{json(call.answer)}</pre>}
          </details>
        </li>
      ))}
    </ol>
  );
}
