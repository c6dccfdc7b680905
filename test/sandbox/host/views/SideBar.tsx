import { useCrm } from './crm-context';
import { Icon } from './Icon';
import { Link } from './Link';

/** The modules of the CRM, and the way to its settings. */
export function SideBar({ module, isSettings }: { readonly module: string; readonly isSettings: boolean }) {
  const { config, modules } = useCrm();
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
      </ul>
      <p class="side-bar-foot">
        <Link to={{ kind: 'settings' }} current={isSettings}>
          <Icon name="gear" />
          Settings
        </Link>
      </p>
    </nav>
  );
}
