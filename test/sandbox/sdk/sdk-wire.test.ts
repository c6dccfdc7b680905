import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, isShape, textOf } from '../host/shape';
import { readStandIn } from './build-stand-in';
import { CRM, openWidget, type WidgetGlobals } from './fake-windows';
import { WIRE, type WireRow } from './wire-table';

/** The stand-in, and the released file that `SDK_FILE` names. */
const sdks: [name: string, script: () => Promise<string>][] = [['the stand-in', readStandIn]];
const file = process.env.SDK_FILE;
if (file) sdks.push([`the released file ${file}`, async () => readFileSync(file, 'utf8')]);

/** Paths of all functions that a widget finds. */
function functionsBelow(path: string, value: unknown): string[] {
  if (typeof value === 'function') return [path];
  if (!isShape(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => functionsBelow(`${path}.${key}`, inner));
}

const allFunctions = ({ ZOHO, ZDK, zrc, $Client }: WidgetGlobals): string[] => [
  ...functionsBelow('ZOHO.CRM', ZOHO.CRM),
  ...functionsBelow('ZDK.Client', ZDK.Client),
  ...functionsBelow('zrc', zrc),
  ...functionsBelow('$Client', $Client),
];

/** What can be compared: no key whose value is undefined, and none that differs at each call. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'sdkVersion' ? undefined : inner)));

/** What one row did: the events it sent, and how it ended. */
async function run(script: string, { call, given }: WireRow) {
  const sent: unknown[] = [];
  const answer = async ({ data }: { readonly data: unknown }) => {
    sent.push(data);
    return at(data, 'category') === 'GET_PARENT_URL' ? `${CRM}/crm/tab/Deals/42` : 'answered';
  };
  const globals = await openWidget({ answer }, script);
  await globals.ZOHO.embeddedApp.init();
  const path = call.split('.');
  const owner = path.slice(0, -1).reduce<unknown>((value, key) => at(value, key), globals);
  const act = isShape(owner) ? owner[path.at(-1) ?? ''] : undefined;
  if (typeof act !== 'function') return { sent, versions: [], outcome: 'there is no such function' };
  let outcome: unknown;
  try {
    outcome = await Reflect.apply(
      act,
      owner,
      given.map((value) => globals.ownValue(JSON.stringify(value))),
    );
  } catch (failure) {
    outcome = {
      fails: textOf(at(failure, 'name')) || (isShape(failure) ? nameOf(failure) : String(failure)),
    };
  }
  return { sent: sent.map(plain), versions: sent.map((data) => at(data, 'sdkVersion')), outcome };
}

const nameOf = (failure: object): string => textOf(Reflect.get(failure, 'name')) || 'Object';

function expectedOutcome({ call, fails }: WireRow): unknown {
  if (fails) return { fails };
  return call === 'zrc.createInstance' ? expect.objectContaining({}) : 'answered';
}

describe.each(sdks)('%s', (_name, script) => {
  it('has the functions of the table, each of them and no other', async () => {
    const globals = await openWidget({}, await script());
    expect(allFunctions(globals).sort()).toEqual([...new Set(WIRE.map(({ call }) => call))].sort());
  });

  it('sends what the table says', async () => {
    const text = await script();
    const differences: object[] = [];
    for (const row of WIRE) {
      const { sent, versions, outcome } = await run(text, row);
      const wanted = { sent: row.sends.map(plain), outcome: expectedOutcome(row) };
      const isSame =
        versions.every((version) => version === '1.5') &&
        JSON.stringify(sorted(sent)) === JSON.stringify(sorted(wanted.sent)) &&
        (row.call === 'zrc.createInstance' && !row.fails
          ? isShape(outcome)
          : JSON.stringify(outcome) === JSON.stringify(wanted.outcome));
      if (!isSame) differences.push({ call: row.call, given: row.given, sent, outcome, wanted });
    }
    expect(differences).toEqual([]);
  });
});

/** Keys in one order, so that texts can be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isShape(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
