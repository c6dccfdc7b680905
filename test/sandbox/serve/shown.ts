import type { App } from './widget-files';

/** What the sandbox shows. */
export interface Shown {
  readonly app: App;
  /** The name over the widget. */
  readonly title: string;
  /** The page for records, below the app's root. */
  readonly page: string;
  /** The page in the CRM's settings; without one, the settings hold none. */
  readonly settingsPage?: string;
  /** The page that the button on lists opens; `page` without one. */
  readonly listPage?: string;
  /** The label of the button on lists; the title without one. */
  readonly listButton?: string;
  /** Web tabs by the name that `ZOHO.CRM.UI.Widget.open` knows them by. */
  readonly webTabs?: readonly { readonly name: string; readonly title: string; readonly page: string }[];
  /** Widgets of the type button by the API name that `ZDK.Client.openPopup` knows them by. */
  readonly buttons?: readonly { readonly name: string; readonly page: string }[];
}

/** The part of `Shown` that the host page is told. */
export const widgetConfig = ({
  title,
  page,
  settingsPage,
  listPage,
  listButton,
  webTabs,
  buttons,
}: Shown) => ({
  title,
  page,
  settingsPage,
  listPage,
  listButton,
  webTabs,
  buttons,
});
