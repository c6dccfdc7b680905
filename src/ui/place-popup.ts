/** CSS pixels between the field and the popup, and between the popup and the edge of the window. */
const GAP = 8;
/** Less room than this shows too little of a list. */
const LEAST = 110;

/**
 * Says where a popup goes beside its field, as `data-place`: `below`, `above` where there is more room, or `flow` in a window
 * that is too short for either (an iframe): there it takes room of its own. What covers the window's edge, such as a sticky
 * footer, is known from the document's `scroll-padding`.
 */
export function placePopup(field: HTMLElement, popup: HTMLElement): void {
  popup.dataset.place = 'below';
  popup.style.removeProperty('--room');
  const { top, bottom } = field.getBoundingClientRect();
  const { height } = popup.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
  const below = window.innerHeight - covered - bottom - GAP;
  const above = top - GAP;
  if (height <= below) return;
  const room = Math.max(below, above);
  popup.dataset.place = room < Math.min(LEAST, height) ? 'flow' : above > below ? 'above' : 'below';
  if (room >= LEAST) popup.style.setProperty('--room', `${Math.floor(room)}px`);
}
