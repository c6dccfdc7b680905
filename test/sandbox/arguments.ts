import { parseArgs } from 'node:util';

/** Free on most machines, and among the ports that browsers open. */
const FIRST_PORT = 5050;

export const PLACES = ['related-list', 'panel', 'popup', 'list-button', 'web-tab', 'settings'] as const;
export type PlaceName = (typeof PLACES)[number];

/** A widget of one's own, as the words after `npm start --` name it. */
export interface WidgetArguments {
  /** A folder, a zip, or the address of a server on this machine. */
  readonly widget: string;
  /** Pages below the widget's root; the first one that is found, when none is named. */
  readonly page?: string;
  readonly settingsPage?: string;
  readonly listPage?: string;
  readonly as: PlaceName;
  /** The module whose records are shown. */
  readonly module: string;
  /** Files on this machine. */
  readonly sdk?: string;
  readonly fixtures?: string;
  readonly strict: boolean;
  /** `name=page` each. */
  readonly tabs: readonly NamedPage[];
  readonly buttons: readonly NamedPage[];
}

export interface NamedPage {
  readonly name: string;
  readonly page: string;
}

export interface Arguments {
  readonly port: number;
  readonly open: boolean;
  readonly isOrg: boolean;
  readonly allowWrites: boolean;
  readonly shown?: WidgetArguments;
}

export const USAGE = `npm start                                  this project's own widget, where there is one
npm start -- --widget <folder | zip | address on this machine>
  --page widget.html                       the page to show; the only one, or widget.html or index.html, when absent
  --settings-page settings.html            the page in the CRM's settings
  --list-page list.html                    the page of the button on lists; the page itself, when absent
  --as related-list                        or panel, popup, list-button, web-tab, settings
  --module Deals                           whose records are shown
  --tab <name>=<page>, --button <name>=<page>   what UI.Widget.open and ZDK.Client.openPopup find; may be repeated
  --sdk <file>                             a released SDK file, in the place of the one that the page names
  --fixtures <file>                        what answers where the sample org has nothing
  --strict                                 under the strictest policy, from a nested path only
  --port 5050, --no-open`;

/** Reads the words after `npm start --`. Throws an error with a message for people when they make no sense. */
export function readArguments(words: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string', default: String(FIRST_PORT) },
      open: { type: 'boolean', default: true },
      org: flag,
      'allow-writes': flag,
      widget: text,
      page: text,
      'settings-page': text,
      'list-page': text,
      as: { type: 'string', default: 'related-list' },
      module: { type: 'string', default: 'Deals' },
      sdk: text,
      fixtures: text,
      strict: flag,
      tab: { type: 'string', multiple: true, default: [] },
      button: { type: 'string', multiple: true, default: [] },
    },
    allowNegative: true,
  });
  if (!/^\d{1,5}$/.test(values.port)) throw new Error(`--port ${values.port} is no port.`);
  const as = PLACES.find((place) => place === values.as);
  if (!as) throw new Error(`--as ${values.as} is none of ${PLACES.join(', ')}.`);
  const { widget, page, sdk, fixtures } = values;
  const [settingsPage, listPage] = [values['settings-page'], values['list-page']];
  const shown: WidgetArguments | undefined = widget
    ? {
        widget,
        as,
        module: values.module,
        strict: values.strict,
        tabs: values.tab.map(namedPage),
        buttons: values.button.map(namedPage),
        ...(page ? { page } : {}),
        ...(settingsPage ? { settingsPage } : {}),
        ...(listPage ? { listPage } : {}),
        ...(sdk ? { sdk } : {}),
        ...(fixtures ? { fixtures } : {}),
      }
    : undefined;
  return {
    port: Number(values.port),
    open: values.open,
    isOrg: values.org,
    allowWrites: values['allow-writes'],
    ...(shown ? { shown } : {}),
  };
}

function namedPage(text: string): NamedPage {
  const [name = '', page = ''] = text.split('=');
  if (name && page) return { name, page };
  throw new Error(`"${text}" has to be <name>=<page>.`);
}
