import { pageLoadAt } from '../config';
import type { Place } from '../place';
import { useCrm } from './crm-context';
import { WidgetFrame } from './WidgetFrame';

/** A web tab: a page of the widget that stands by itself, and hears what the one that opened it had to say. */
export function WebTabPage({ place }: { readonly place: Place & { readonly kind: 'web-tab' } }) {
  const { config, go } = useCrm();
  const tab = config.widget.webTabs.find(({ name }) => name === place.name);
  if (!tab) return <main class="settings problem">There is no web tab {place.name}.</main>;
  return (
    <main class="settings web-tab">
      <h1>{tab.title}</h1>
      <section class="card" aria-label={tab.title}>
        <WidgetFrame
          page={tab.page}
          title={tab.title}
          pageLoad={place.message ?? pageLoadAt(config, 'web-tab', undefined)}
          size="fill"
          onWrite={() => {}}
          onClose={() => go({ kind: 'list', module: 'Deals', page: 1, word: '' })}
        />
      </section>
    </main>
  );
}
