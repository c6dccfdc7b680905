import type { Activity } from '../wire/requests';

/** The calls that the widget made since the page was loaded, in order. */
export function ActivityList({ activity }: { readonly activity: readonly Activity[] }) {
  if (activity.length === 0) return <p class="activity">The widget has made no call yet.</p>;
  return (
    <ol class="activity" aria-label="API calls of the widget">
      {activity.map(({ method, path, status, ms }, index) => (
        // The list only ever grows at its end
        <li key={index}>
          <b>{method}</b> <span class="path">{path.replaceAll('%2C', ',')}</span> <b>{status}</b>{' '}
          <span>{ms} ms</span>
        </li>
      ))}
    </ol>
  );
}
