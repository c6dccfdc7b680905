import { at, shapesOf, textOf } from './shape';

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
  readonly org: string;
  /** Address of the folder of the extension's pages. */
  readonly widgetUrl: string;
  readonly strangerUrl: string;
}

/** Reads the JSON that the server put into the page. */
export function readConfig(json: string): Config {
  const config: unknown = JSON.parse(json);
  return {
    user: textOf(at(config, 'user')),
    org: textOf(at(config, 'org')),
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
