import { useCrm } from './crm-context';
import { Icon } from './Icon';

/** Search in the present module, and who is signed in. */
export function TopBar({ module, word }: { readonly module: string; readonly word: string }) {
  const { config, go, modules } = useCrm();
  const person = config.people.find(({ key }) => key === config.user);
  const label = modules.find(({ apiName }) => apiName === module)?.label ?? module;
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const wanted = String(new FormData(event.currentTarget).get('word') ?? '').trim();
    go({ kind: 'list', module, page: 1, word: wanted });
  };
  return (
    <header class="top-bar">
      <search>
        <form class="search" onSubmit={search}>
          <Icon name="search" />
          <input
            key={module}
            type="search"
            name="word"
            aria-label={`Search ${label}`}
            placeholder={`Search ${label}`}
            defaultValue={word}
          />
        </form>
      </search>
      <p class="person">
        <span class="avatar" aria-hidden="true">
          {(person?.name ?? '?').slice(0, 1)}
        </span>
        <span>
          <b>{person?.name}</b>
          <small>{person?.profile}</small>
        </span>
      </p>
    </header>
  );
}
