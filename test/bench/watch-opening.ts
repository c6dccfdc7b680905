/**
 * Runs in the frame of the settings page: notes when the last data of the editor arrived and when the editor was painted. A text, because a
 * function would carry helpers of the TypeScript runner that the page does not have.
 */
export const WATCH_OPENING = `
if (location.pathname.endsWith('/settings.html')) window.editorPainted = new Promise((resolve) => {
  let arrived = 0;
  addEventListener('message', ({ data }) => {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    if (/Big rule 4|Field_499/.test(text ?? '')) arrived = performance.now();
  }, true);
  const look = () => {
    if (!document.querySelector('[aria-label="Rule Big rule 4"]')) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now() - arrived);
    port2.postMessage(undefined);
  };
  requestAnimationFrame(look);
});
`;
