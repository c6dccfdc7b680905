/**
 * Lets a form's button act when it is clicked. A frame without `allow-forms` drops every submission silently, the browser's own for
 * the Enter key, too: that one clicks the button first.
 */
export function submitOnClick(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[type=submit]') : null;
    const form = button?.closest('form');
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    if (form.noValidate || form.reportValidity())
      form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}
