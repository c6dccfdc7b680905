import { type Fixtures, readFixtures } from '../fixtures/fixtures';
import { at, isShape, shapesOf, textOf } from './shape';

interface Person {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly profile: string;
}

/** The widget's name and its pages, below `widgetUrl`; no settings page is ''. */
export interface WidgetConfig {
  readonly title: string;
  readonly page: string;
  readonly settingsPage: string;
  readonly listPage: string;
  readonly listButton: string;
  readonly webTabs: readonly { readonly name: string; readonly title: string; readonly page: string }[];
  readonly buttons: readonly { readonly name: string; readonly page: string }[];
}

export const NO_WIDGET: WidgetConfig = {
  title: '',
  page: '',
  settingsPage: '',
  listPage: '',
  listButton: '',
  webTabs: [],
  buttons: [],
};

/** What the server told the page. */
export interface Config {
  readonly user: string;
  readonly people: readonly Person[];
  /** Which of the sandbox's orgs this is. */
  readonly sandboxOrg: string;
  /** What the API's switches stand at (see ../api/option-switches.ts); empty over a real org. */
  readonly choices: Readonly<Record<string, string>>;
  readonly widget: WidgetConfig;
  readonly fixtures: Fixtures;
  /** Address of the folder of the widget's pages. */
  readonly widgetUrl: string;
  readonly strangerUrl: string;
  /** The real org that the page stands over; absent over the sandbox's own. */
  readonly org?: { readonly dataCentre: string; readonly allowWrites: boolean };
}

/** Reads the JSON that the server put into the page. */
export function readConfig(json: string): Config {
  const config: unknown = JSON.parse(json);
  const org = at(config, 'org');
  return {
    ...(isShape(org)
      ? { org: { dataCentre: textOf(org.dataCentre), allowWrites: org.allowWrites === true } }
      : {}),
    user: textOf(at(config, 'user')),
    sandboxOrg: textOf(at(config, 'sandboxOrg')),
    choices: readChoices(at(config, 'choices')),
    widget: readWidget(at(config, 'widget')),
    fixtures: readFixtures(JSON.stringify(at(config, 'fixtures') ?? {})),
    widgetUrl: textOf(at(config, 'widgetUrl')),
    strangerUrl: textOf(at(config, 'strangerUrl')),
    people: shapesOf(at(config, 'people')).map((person) => ({
      key: textOf(person.key),
      id: textOf(person.id),
      name: textOf(person.name),
      profile: textOf(at(person.profile, 'name')),
    })),
  };
}

/** The data of a PageLoad: what the fixtures say for the placement, else the usual. */
export const pageLoadAt = ({ fixtures }: Config, placement: string, usual: unknown): unknown =>
  fixtures.pageLoad?.[placement] ?? usual;

/** Reads what the API's switches stand at. */
export const readChoices = (choices: unknown): Config['choices'] =>
  isShape(choices)
    ? Object.fromEntries(Object.entries(choices).map(([name, value]) => [name, textOf(value)]))
    : {};

function readWidget(widget: unknown): WidgetConfig {
  const text = (key: string) => textOf(at(widget, key));
  return {
    title: text('title'),
    page: text('page'),
    settingsPage: text('settingsPage'),
    listPage: text('listPage') || text('page'),
    listButton: text('listButton') || text('title'),
    webTabs: shapesOf(at(widget, 'webTabs')).map(({ name, title, page }) => ({
      name: textOf(name),
      title: textOf(title) || textOf(name),
      page: textOf(page),
    })),
    buttons: shapesOf(at(widget, 'buttons')).map(({ name, page }) => ({
      name: textOf(name),
      page: textOf(page),
    })),
  };
}
