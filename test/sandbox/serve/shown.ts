import { filesOfFolder, filesOfZip, type WidgetFiles } from './widget-files';

/** Where a widget's pages come from: a folder, or the entries of a packed zip (`app/…`). */
export type App = { readonly folder: string } | { readonly zip: Readonly<Record<string, Uint8Array>> };

/** What the sandbox shows. */
export interface Shown {
  readonly app: App;
  /** The name over the widget. */
  readonly title: string;
  /** The page for records, below the app's root. */
  readonly page: string;
  /** The page in the CRM's settings; without one, the settings hold none. */
  readonly settingsPage?: string;
}

/** The part of `Shown` that the host page is told. */
export const widgetConfig = ({ title, page, settingsPage }: Shown) => ({ title, page, settingsPage });

export const filesOf = (app: App): WidgetFiles =>
  'zip' in app ? filesOfZip(app.zip) : filesOfFolder(app.folder);
