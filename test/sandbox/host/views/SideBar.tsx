import { moduleOf, type Place } from '../place';
import { useCrm } from './crm-context';
import { Icon } from './Icon';
import { Link } from './Link';

/** The modules and web tabs of the CRM, and the way to its settings. */
export function SideBar({ place }: { readonly place: Place }) {
  const { config, modules } = useCrm();
  const module = moduleOf(place);
  return (
    <nav class="side-bar" aria-label="Modules">
      <p class="brand">
        <span class="brand-mark" aria-hidden="true">
          {config.org ? 'O' : 'S'}
        </span>
        {config.org ? 'A real org' : 'Sandbox CRM'}
      </p>
      <ul>
        {modules.map(({ apiName, label }) => (
          <li key={apiName}>
            <Link to={{ kind: 'list', module: apiName, page: 1, word: '' }} current={apiName === module}>
              {label}
            </Link>
          </li>
        ))}
        {!config.org && (
          <li>
            <Link to={{ kind: 'my-tasks' }} current={place.kind === 'my-tasks'}>
              My tasks
            </Link>
          </li>
        )}
        {config.widget.webTabs.map(({ name, title }) => (
          <li key={name}>
            <Link to={{ kind: 'web-tab', name }} current={place.kind === 'web-tab' && place.name === name}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
      <p class="side-bar-foot">
        <Link to={{ kind: 'settings' }} current={place.kind === 'settings'}>
          <Icon name="gear" />
          Settings
        </Link>
      </p>
    </nav>
  );
}
