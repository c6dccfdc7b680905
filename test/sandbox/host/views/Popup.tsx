import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from './Icon';

interface Props {
  readonly title: string;
  /** CSS lengths from the edges of the window; without any, the popup is near the top and in the middle. */
  readonly offset?: { readonly [side in 'top' | 'bottom' | 'left' | 'right']: string };
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Covers the CRM but not the sandbox's bar, so that a fault can be chosen while the popup is open. */
export function Popup({ title, offset, onClose, children }: Props) {
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);
  return (
    <div class="popup-ground">
      <dialog class="popup" open aria-label={`${title} popup`} style={styleOf(offset)}>
        <header class="float-head">
          <h2>{title}</h2>
          <button type="button" class="icon-button" aria-label={`Close ${title}`} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </dialog>
    </div>
  );
}

/** Where a side is named, the popup stands there; otherwise it is in the middle. */
function styleOf(offset: Props['offset']) {
  if (!offset) return {};
  const length = (text: string) => (/^\d+$/.test(text) ? `${text}px` : text);
  const [left, right] = [offset.left === 'center' ? '' : length(offset.left), length(offset.right)];
  const sides = left || right ? { left: left || 'auto', right: right || 'auto', margin: 0 } : {};
  const bottom = length(offset.bottom);
  return {
    position: 'absolute',
    minWidth: 0,
    ...sides,
    ...(bottom ? { bottom, top: 'auto' } : { top: length(offset.top) || '0px' }),
  };
}
