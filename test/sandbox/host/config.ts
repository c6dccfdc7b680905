import { at, isShape, shapesOf, textOf } from './shape';

export interface Person {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly profile: string;
}

/** What the server told the page. */
export interface Config {
  readonly user: string;
  readonly people: readonly Person[];
  /** Which of the sandbox's orgs this is. */
  readonly sandboxOrg: string;
  /** The widget's name and its pages, below `widgetUrl`; no settings page is ''. */
  readonly widget: { readonly title: string; readonly page: string; readonly settingsPage: string };
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
  const widget = at(config, 'widget');
  return {
    ...(isShape(org)
      ? { org: { dataCentre: textOf(org.dataCentre), allowWrites: org.allowWrites === true } }
      : {}),
    user: textOf(at(config, 'user')),
    sandboxOrg: textOf(at(config, 'sandboxOrg')),
    widget: {
      title: textOf(at(widget, 'title')),
      page: textOf(at(widget, 'page')),
      settingsPage: textOf(at(widget, 'settingsPage')),
    },
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
