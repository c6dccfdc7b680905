import { pageLoadAt } from '../config';
import { useCrm } from './crm-context';
import { WidgetFrame } from './WidgetFrame';

/** The CRM's settings area with the extension's settings page in it. */
export function SettingsPage() {
  const { config, go } = useCrm();
  const { title, settingsPage } = config.widget;
  return (
    <main class="settings">
      <p class="muted crumbs">Setup › Marketplace › Installed › {title}</p>
      <h1>{title}</h1>
      {settingsPage ? (
        <section class="card" aria-label={`Settings of ${title}`}>
          <WidgetFrame
            page={settingsPage}
            pageLoad={pageLoadAt(config, 'settings', {})}
            size="content"
            onWrite={() => {}}
            onClose={() => go({ kind: 'list', module: 'Deals', page: 1, word: '' })}
          />
        </section>
      ) : (
        <p class="muted">This widget has no settings page.</p>
      )}
    </main>
  );
}
