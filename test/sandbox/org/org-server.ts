import { buildHost } from '../serve/build-host';
import { listen } from '../serve/listen';
import { type Shown, widgetConfig } from '../serve/shown';
import { filesOf } from '../serve/widget-files';
import { WIDGET_PATH, widgetOrigin } from '../serve/widget-origin';
import { createGuard } from './guard';
import { type ConnectionOptions, connectOrg } from './org-connection';
import { orgOrigin } from './org-origin';
import { readMe } from './read-me';

export interface OrgServerOptions extends ConnectionOptions, Shown {
  readonly sdk: 'stand-in' | 'real';
  readonly crmPort?: number;
  readonly widgetPort?: number;
}

export interface RunningOrg {
  readonly crmUrl: string;
  readonly widgetUrl: string;
  /** The address to open: it holds the key of this start. */
  readonly entrance: string;
  /** Whom the org takes us for, or why it does not. */
  readonly me: Awaited<ReturnType<typeof readMe>>;
  close(): Promise<void>;
}

/** Starts the host page over a real org and the origin of the extension's pages, both on loopback. */
export async function startOrgServer(options: OrgServerOptions): Promise<RunningOrg> {
  const connection = connectOrg(options);
  const [host, me, widget] = await Promise.all([
    buildHost(),
    readMe(connection),
    listen(
      widgetOrigin({ files: filesOf(options.app), sdk: options.sdk, strict: true }).fetch,
      options.widgetPort ?? 0,
    ),
  ]);
  const widgetUrl = widget.origin + WIDGET_PATH;
  // The port is known once it is taken; no request comes before.
  let origin = '';
  const guard = createGuard(() => origin);
  const { dataCentre } = options.credentials;
  const { allowWrites } = options;
  const widgetNames = widgetConfig(options);
  const app = orgOrigin({ connection, guard, host, widget: widgetNames, widgetUrl, dataCentre, allowWrites });
  const crm = await listen(app.fetch, options.crmPort ?? 0);
  origin = crm.origin;
  return {
    crmUrl: crm.origin,
    widgetUrl,
    entrance: crm.origin + guard.entrance,
    me,
    close: async () => {
      await Promise.all([crm.close(), widget.close()]);
    },
  };
}
