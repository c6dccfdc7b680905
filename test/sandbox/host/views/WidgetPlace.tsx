import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Placement } from '../switches';
import { useCrm } from './crm-context';
import { Icon } from './Icon';
import { WidgetFrame } from './WidgetFrame';

interface Props {
  readonly module: string;
  readonly ids: readonly string[];
  readonly isOpen: boolean;
  readonly onWrite: () => void;
  readonly onClose: (reload: boolean) => void;
}

const SIZES = { 'related-list': 'content', panel: 'fill', popup: 'popup', 'list-button': 'popup' } as const;

/** The widget where the placement puts it; the CRM draws the title and the card around it. */
export function WidgetPlace({ module, ids, isOpen, onWrite, onClose }: Props) {
  const { config, switches } = useCrm();
  const { placement } = switches;
  const { title, page } = config.widget;
  const pageLoad = pageLoadOf(placement, module, ids);
  const frame = (
    <WidgetFrame
      page={page}
      pageLoad={pageLoad}
      size={SIZES[placement]}
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
  const head = (
    <header class="float-head">
      <h2>{title}</h2>
      <button type="button" class="icon-button" aria-label={`Close ${title}`} onClick={() => onClose(false)}>
        <Icon name="close" />
      </button>
    </header>
  );
  if (placement === 'panel')
    return (
      <aside class="panel" aria-label={`${title} panel`}>
        {head}
        {frame}
      </aside>
    );
  return (
    <Popup title={title} onClose={() => onClose(false)}>
      {head}
      {frame}
    </Popup>
  );
}

/** Covers the CRM but not the sandbox's bar, so that a fault can be chosen while the popup is open. */
function Popup(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const { onClose } = props;
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);
  return (
    <div class="popup-ground">
      <dialog class="popup" open aria-label={`${props.title} popup`}>
        {props.children}
      </dialog>
    </div>
  );
}

/**
 * What PageLoad carries differs by placement: a related list and the opener of a panel name one id, a button an array,
 * together with where the button stands.
 */
function pageLoadOf(placement: Placement, module: string, ids: readonly string[]): unknown {
  switch (placement) {
    case 'related-list':
    case 'panel':
      return { Entity: module, EntityId: ids[0] };
    case 'popup':
      return { Entity: module, EntityId: ids.slice(0, 1), ButtonPosition: 'DetailView' };
    case 'list-button':
      return { Entity: module, EntityId: ids, ButtonPosition: 'ListView' };
  }
}
