import { pageLoadAt } from '../config';
import type { Switches } from '../switches';
import { useCrm } from './crm-context';
import { Icon } from './Icon';
import { Popup } from './Popup';
import { WidgetFrame } from './WidgetFrame';

interface Props {
  readonly module: string;
  readonly ids: readonly string[];
  readonly isOpen: boolean;
  readonly onWrite: () => void;
  readonly onClose: (reload: boolean) => void;
}

const SIZES = { 'related-list': 'content', panel: 'fill', popup: 'popup', 'list-button': 'popup' } as const;

/** The page for many records needs room. */
const LIST_POPUP = { width: 800, height: 600 } as const;

/** The widget where the placement puts it; the CRM draws the title and the card around it. */
export function WidgetPlace({ module, ids, isOpen, onWrite, onClose }: Props) {
  const { config, switches } = useCrm();
  const { placement } = switches;
  const { title } = config.widget;
  const isList = placement === 'list-button';
  const page = isList ? switches.listPage || config.widget.listPage : config.widget.page;
  const pageLoad = pageLoadAt(config, placement, pageLoadOf(switches, module, ids));
  const frame = (
    <WidgetFrame
      page={page}
      pageLoad={pageLoad}
      size={SIZES[placement]}
      {...(isList ? { start: LIST_POPUP } : {})}
      onWrite={onWrite}
      onClose={onClose}
    />
  );
  if (placement === 'related-list')
    return (
      <section class="card" aria-labelledby="related-list-title">
        <h2 id="related-list-title">{title}</h2>
        {frame}
      </section>
    );
  if (!isOpen) return null;
  const close = () => onClose(false);
  if (placement === 'panel')
    return (
      <aside class="panel" aria-label={`${title} panel`}>
        <header class="float-head">
          <h2>{title}</h2>
          <button type="button" class="icon-button" aria-label={`Close ${title}`} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {frame}
      </aside>
    );
  return (
    <Popup title={title} onClose={close}>
      {frame}
    </Popup>
  );
}

/**
 * What PageLoad carries differs by placement: a related list and the opener of a panel name one id, a button an array,
 * together with where the button stands. A button for the whole list names none.
 */
function pageLoadOf({ placement, button }: Switches, module: string, ids: readonly string[]): unknown {
  switch (placement) {
    case 'related-list':
    case 'panel':
      return { Entity: module, EntityId: ids[0] };
    case 'popup':
      return { Entity: module, EntityId: ids.slice(0, 1), ButtonPosition: 'DetailView' };
    case 'list-button':
      return button === 'ListViewWithoutRecord'
        ? { Entity: module, ButtonPosition: button }
        : { Entity: module, EntityId: ids, ButtonPosition: button };
  }
}
