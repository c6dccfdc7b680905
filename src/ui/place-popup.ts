/** CSS pixels between the field and the popup, and between the popup and the edge of what is in sight. */
const GAP = 8;
/** Less room than this shows too little of a list. */
const LEAST = 110;

/** The part of the window in which the element can be seen: that of the nearest box that scrolls. */
function sight(element: HTMLElement): { readonly top: number; readonly bottom: number } {
  for (let box = element.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box.getBoundingClientRect();
  return { top: 0, bottom: window.innerHeight };
}

/**
 * Says where a popup goes beside its field, as `data-place`: `below`, `above` where there is more room, or `flow` where there
 * is too little for either (a short iframe): there it takes room of its own.
 */
export function placePopup(field: HTMLElement, popup: HTMLElement): void {
  popup.dataset.place = 'below';
  popup.style.removeProperty('--room');
  const { top, bottom } = field.getBoundingClientRect();
  const { height } = popup.getBoundingClientRect();
  const edges = sight(field);
  const below = Math.min(edges.bottom, window.innerHeight) - bottom - GAP;
  const above = top - Math.max(edges.top, 0) - GAP;
  if (height <= below) return;
  const room = Math.max(below, above);
  popup.dataset.place = room < Math.min(LEAST, height) ? 'flow' : above > below ? 'above' : 'below';
  if (room >= LEAST) popup.style.setProperty('--room', `${Math.floor(room)}px`);
}
