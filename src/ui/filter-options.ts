/** One thing to choose. */
export interface PickerOption {
  readonly id: string;
  readonly label: string;
  /** Found by typing, too, and shown small where another option has the same label; e.g. the API name of a field. */
  readonly hint?: string;
  /** Why it cannot be chosen; it is shown all the same. */
  readonly disabledReason?: string;
}

/** The labels that more than one option has. */
export function repeatedLabels(options: readonly PickerOption[]): ReadonlySet<string> {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const { label } of options) (once.has(label) ? repeated : once).add(label);
  return repeated;
}

const WORST = 4;

const place = (text: string, wanted: string): number =>
  text === wanted
    ? 0
    : text.startsWith(wanted)
      ? 1
      : text.includes(` ${wanted}`)
        ? 2
        : text.includes(wanted)
          ? 3
          : WORST;

/** The options whose label or hint holds the text, the best matches first; all of them for an empty text. */
export function filterOptions(options: readonly PickerOption[], text: string): readonly PickerOption[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return options;
  const places: PickerOption[][] = [[], [], [], []];
  for (const option of options) {
    const label = place(option.label.toLocaleLowerCase(), wanted);
    const best =
      option.hint && label > 0 ? Math.min(label, place(option.hint.toLocaleLowerCase(), wanted)) : label;
    places[best]?.push(option);
  }
  return places.flat();
}

/** The one option that the text names in full, by label or hint. */
export function namedOption(options: readonly PickerOption[], text: string): PickerOption | undefined {
  const wanted = text.trim().toLocaleLowerCase();
  const named = (name: string | undefined) => name?.toLocaleLowerCase() === wanted;
  const found = options.filter(
    (option) => !option.disabledReason && (named(option.label) || named(option.hint)),
  );
  return found.length === 1 ? found[0] : undefined;
}
