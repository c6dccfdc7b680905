import { Hono } from 'hono';
import { isObject } from '../api/json';
import { differing, presentChoices, readChoices, seeds } from '../api/option-switches';
import type { Sandbox } from '../api/sandbox';

/** Takes choices given as texts; answers whether the org started anew. */
export function takeChoices(sandbox: Sandbox, given: Iterable<readonly [string, string]>): boolean {
  const choices = readChoices(given);
  const isNew = seeds(differing(sandbox.org.options, choices));
  sandbox.change(choices);
  return isNew;
}

/** What can be chosen while the sandbox runs: read with GET, changed with POST `{"coql":"refused"}`. */
export function optionRoutes(sandbox: Sandbox, onChange: () => void): Hono {
  const app = new Hono();
  app.get('/', (c) => c.json(presentChoices(sandbox.org.options)));
  app.post('/', async (c) => {
    const body: unknown = await c.req.json();
    const given = Object.entries(isObject(body) ? body : {});
    const isNew = takeChoices(
      sandbox,
      given.map(([name, value]) => [name, String(value)] as const),
    );
    onChange();
    return c.json({ choices: presentChoices(sandbox.org.options), isNew });
  });
  return app;
}
