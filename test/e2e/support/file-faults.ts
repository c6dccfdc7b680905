import type { Page, Route } from '@playwright/test';

/** What may become of a file on its way. `once`: the first request is refused, the next ones are answered. */
export const FILE_FAULTS = ['once', 'always', 'late', 'wrong'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

export interface FileUnderFault {
  /** Lets a late file come. */
  arrive(): void;
  /** Ends the fault: what is asked for from now on comes as it is. */
  end(): void;
  requests(): number;
}

/** `wrong`: what a proxy, a login or an error page sends instead, as often as it is asked for. */
export async function breakFile(
  page: Page,
  file: string | RegExp,
  fault: FileFault,
): Promise<FileUnderFault> {
  let requests = 0;
  let isOver = false;
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const answer = async (route: Route): Promise<void> => {
    requests += 1;
    if (isOver || (fault === 'once' && requests > 1)) return route.fallback();
    if (fault === 'late') {
      await arrived;
      return route.fallback();
    }
    if (fault === 'wrong')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' });
    return route.abort('connectionreset');
  };
  await page.route(file, answer);
  return {
    arrive,
    end() {
      isOver = true;
    },
    requests: () => requests,
  };
}
