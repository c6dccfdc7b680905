import { useCrm } from './crm-context';
import { WidgetFrame } from './WidgetFrame';

/** The CRM's settings area with the extension's settings page in it. */
export function SettingsPage() {
  const { go } = useCrm();
  return (
    <main class="settings">
      <p class="muted crumbs">Setup › Marketplace › Installed › Record Lock</p>
      <h1>Record Lock</h1>
      <section class="card" aria-label="Settings of Record Lock">
        <WidgetFrame
          page="settings.html"
          pageLoad={{}}
          height="content"
          onWrite={() => {}}
          onClose={() => go({ kind: 'list', module: 'Deals', page: 1, word: '' })}
        />
      </section>
    </main>
  );
}
