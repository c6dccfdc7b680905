import { chosen } from './api/option-switches';
import { createSandbox, type Sandbox, type SandboxOptions } from './api/sandbox';
import { type Fixtures, forHost } from './fixtures/fixtures';
import { buildHost } from './serve/build-host';
import { crmOrigin, type WidgetCall } from './serve/crm-origin';
import { keptState } from './serve/kept-state';
import { listen } from './serve/listen';
import { type Shown, widgetConfig } from './serve/shown';
import { strangerOrigin } from './serve/stranger-origin';
import { filesOf } from './serve/widget-files';
import { type Sdk, WIDGET_PATH, widgetOrigin } from './serve/widget-origin';

export interface ServerOptions extends Shown {
  readonly sdk: Sdk;
  /** False serves the pages without a policy, and also from the root of their origin. */
  readonly strict?: boolean;
  /** Milliseconds that every file of the widget, and its SDK, takes to come. */
  readonly fileDelay?: number;
  /** 0, the default, takes any free port; a taken port moves to the next free one. */
  readonly crmPort?: number;
  readonly widgetPort?: number;
  /** A JSON file that keeps the org's state over a restart. */
  readonly statePath?: string;
  readonly sandbox?: SandboxOptions;
  /** What the widget finds besides the sample org. */
  readonly fixtures?: Fixtures;
}

export interface RunningSandbox {
  /** Origin of the CRM, without a trailing slash. */
  readonly crmUrl: string;
  /** Address of the folder of the extension's pages, with a trailing slash. */
  readonly widgetUrl: string;
  readonly sandbox: Sandbox;
  /** Every API call of the widget since the start, in order. */
  readonly widgetCalls: readonly WidgetCall[];
  close(): Promise<void>;
}

/** Starts the CRM, the origin of the extension's pages and a third, strange origin; all on loopback. */
export async function startServer(options: ServerOptions): Promise<RunningSandbox> {
  const sandbox = createSandbox({
    ...options.sandbox,
    ...(options.fixtures ? { fixtures: options.fixtures } : {}),
  });
  const kept = options.statePath ? keptState(options.statePath, () => sandbox.snapshot()) : undefined;
  restore(sandbox, kept?.read());

  const { app, sdk, strict = true, fileDelay } = options;
  const pages = widgetOrigin({
    files: filesOf(app),
    sdk,
    strict,
    ...(fileDelay ? { delay: fileDelay } : {}),
  });
  const [host, widget, stranger] = await Promise.all([
    buildHost(),
    listen(pages.fetch, options.widgetPort ?? 0),
    listen(strangerOrigin().fetch, 0),
  ]);
  const widgetUrl = widget.origin + WIDGET_PATH;
  const widgetCalls: WidgetCall[] = [];
  const crm = await listen(
    crmOrigin({
      sandbox,
      host,
      widget: widgetConfig(options),
      fixtures: forHost(options.fixtures),
      widgetUrl,
      strangerUrl: stranger.origin,
      onWidgetCall: (call) => widgetCalls.push(call),
      onChange: () => kept?.changed(),
      onReset: (orgKey) => {
        const choices = chosen(sandbox.org.options);
        sandbox.reset({ ...choices, orgKey });
        kept?.forget();
        if (orgKey !== 'main' || Object.keys(choices).length > 0) kept?.changed();
      },
    }).fetch,
    options.crmPort ?? 0,
  );
  return {
    crmUrl: crm.origin,
    widgetUrl,
    sandbox,
    widgetCalls,
    close: async () => {
      await Promise.all([crm.close(), widget.close(), stranger.close()]);
      kept?.flush();
    },
  };
}

/** State of an older shape is dropped rather than half used. */
function restore(sandbox: Sandbox, state: unknown): void {
  if (state === undefined) return;
  try {
    sandbox.restore(state);
  } catch {
    sandbox.reset();
  }
}
