import { type Config, readChoices } from './config';
import { at } from './shape';

/** Moves one of the API's switches; answers what they stand at, and whether the org started anew. */
export async function chooseOption(
  name: string,
  value: string,
): Promise<{ readonly choices: Config['choices']; readonly isNew: boolean }> {
  const body = JSON.stringify({ [name]: value });
  const reply: unknown = await (await fetch('/sandbox/options', { method: 'POST', body })).json();
  return { choices: readChoices(at(reply, 'choices')), isNew: at(reply, 'isNew') === true };
}
