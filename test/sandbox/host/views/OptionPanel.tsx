import { isOptionName, OPTION_SWITCHES, type OptionName } from '../../api/option-switches';
import { useCrm } from './crm-context';

const NAMES = Object.keys(OPTION_SWITCHES).filter(isOptionName);
const GROUPS = [...new Set(NAMES.map((name) => OPTION_SWITCHES[name].group))];

/** What the org has, and which reading of Zoho's pages its API takes. Data that depends on a choice starts anew with it. */
export function OptionPanel() {
  const { choices, choose } = useCrm();
  return (
    <section class="options" aria-label="The org and its API">
      {GROUPS.map((group) => (
        <fieldset key={group}>
          <legend>{group}</legend>
          {NAMES.filter((name) => OPTION_SWITCHES[name].group === group).map((name) => (
            <label key={name}>
              {OPTION_SWITCHES[name].label}
              <select
                value={choices[name] ?? ''}
                data-changed={choices[name] !== String(OPTION_SWITCHES[name].of[0])}
                onChange={(event) => choose(name, event.currentTarget.value)}
              >
                {valuesOf(name, choices[name]).map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
}

/** The values to choose from; one that came otherwise is shown with them. */
function valuesOf(name: OptionName, present: string | undefined): string[] {
  const values: readonly unknown[] = OPTION_SWITCHES[name].of;
  return [...new Set([...values.map(String), ...(present ? [present] : [])])];
}
