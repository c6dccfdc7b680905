let asked = false;

/** Loads the page again, the only way to ask for a file once more that did not come. What was typed outlives it. */
export function reloadPage(): void {
  asked = true;
  location.reload();
}

/** Whether the page is being left because a person pressed Retry: nobody need be asked whether to leave. */
export const isReloading = (): boolean => asked;
