/** Styles of a part that is loaded later come with its script: nothing waits for them, and the policy of the page allows it. */
export function addStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
