/** A choice of the sandbox; the first one is what it does when nothing is said. */
interface OptionSwitch {
  readonly group: 'Data' | 'Many records' | 'Tasks and notes' | 'Locks' | 'Settings';
  readonly label: string;
  readonly of: readonly [string | number | boolean, ...(string | number | boolean)[]];
  /** Other values than those of the list are understood too. */
  readonly any?: 'number' | 'text';
  /** The sample data depends on it, so a change starts the org anew. */
  readonly seeds?: true;
}

const define = <const T extends Record<string, OptionSwitch>>(switches: T): T => switches;

/**
 * Where Zoho's pages leave a behaviour open, the sandbox can be told which reading to take; and what an org may lack can be
 * taken away.
 */
export const OPTION_SWITCHES = define({
  /** How many calls may be open at once; `without-locking` is an edition that has no record locking. */
  edition: {
    group: 'Data',
    label: 'Edition',
    of: ['enterprise', 'free', 'standard', 'professional', 'ultimate', 'without-locking'],
    seeds: true,
  },
  /** How many deals there are. */
  deals: { group: 'Data', label: 'Deals', of: [2048, 12_000], any: 'number', seeds: true },
  /** So many deals are locked from the start, by people and by the rule; 0 leaves the usual handful. */
  lockedDeals: { group: 'Data', label: 'Locked deals', of: [0, 300, 10_000], any: 'number', seeds: true },
  /** How many modules support locking: custom ones are added to the usual 15. */
  modules: { group: 'Data', label: 'Modules', of: [15, 60], any: 'number', seeds: true },
  /** `large` adds 500 fields, 100 buttons and a picklist of 1,000 values to Deals, and 200 profiles. */
  size: { group: 'Data', label: 'Deals module', of: ['usual', 'large'], seeds: true },

  /** Calls at once: not limited, as the edition has it, or a number. More than that are refused with 429. */
  concurrency: {
    group: 'Many records',
    label: 'Calls at once',
    of: ['unlimited', 'edition', 5, 10],
    any: 'number',
  },
  composite: { group: 'Many records', label: 'Composite', of: ['answers', 'refused'] },
  /** Whether a part of a composite call may read a lock: related records may be read, of locks nothing is said. */
  locksInComposite: { group: 'Many records', label: 'Locks in composite', of: ['allowed', 'refused'] },
  /** A part that fails: a part done, with its status inside; or an error in the place of the part. */
  failedPart: { group: 'Many records', label: 'A failed part', of: ['inside', 'outside'] },
  /** The body of a part that has none (204): null or an empty object. */
  emptyPart: { group: 'Many records', label: 'An empty part', of: ['null', 'object'] },
  coql: { group: 'Many records', label: 'COQL', of: ['answers', 'refused'] },
  /** Whether COQL knows `Locked__s`. */
  lockedInCoql: { group: 'Many records', label: 'Locked__s in COQL', of: ['known', 'unknown'] },
  /** The key under which COQL gives a count. */
  countKey: { group: 'Many records', label: 'COQL’s count', of: ['COUNT(id)', 'count'] },
  /** Whether COQL's `!=`, `not in`, `not like` and `not between` hold for an empty field; in SQL they fail. */
  coqlNegativeOnEmpty: { group: 'Many records', label: 'COQL, not … on empty', of: ['fails', 'holds'] },
  customViews: { group: 'Many records', label: 'Custom views', of: ['answers', 'refused'] },
  /** Whether a module has the system view of its locked records. */
  lockedView: { group: 'Many records', label: 'View of the locked', of: ['there', 'missing'] },
  search: { group: 'Many records', label: 'Search', of: ['answers', 'refused'] },
  /** Whether the search call knows `Locked__s`. */
  lockedInSearch: { group: 'Many records', label: 'Locked__s in search', of: ['known', 'unknown'] },

  /** Whether a task may be made for a record that is locked for whoever makes it. */
  tasksOnLocked: { group: 'Tasks and notes', label: 'Tasks on locked', of: ['allowed', 'refused'] },
  /** Whether a note may be added to a record that is locked for whoever adds it. */
  notesOnLocked: { group: 'Tasks and notes', label: 'Notes on locked', of: ['allowed', 'refused'] },
  /** Whether a completed task stays in the list of its record or moves to one of closed activities. */
  completedTasks: { group: 'Tasks and notes', label: 'Completed tasks', of: ['stay', 'move-out'] },
  /** Who may change a task that is somebody else's; administrators may. */
  taskEditing: {
    group: 'Tasks and notes',
    label: 'A task is changed by',
    of: ['everyone', 'owner', 'owner-or-creator'],
  },
  /** Whether the timeline shows locks that people make and end; those of rules it shows. */
  manualLocksInTimeline: {
    group: 'Tasks and notes',
    label: 'Manual locks in timeline',
    of: ['shown', 'left-out'],
  },
  timeline: { group: 'Tasks and notes', label: 'Timeline', of: ['answers', 'refused'] },
  /** Who has a right: everyone, administrators, nobody, or people by their keys, separated by commas. */
  mayReadUsers: {
    group: 'Tasks and notes',
    label: 'Users are read by',
    of: ['everyone', 'administrators', 'nobody'],
    any: 'text',
  },
  mayUseTasks: {
    group: 'Tasks and notes',
    label: 'Tasks are used by',
    of: ['everyone', 'administrators', 'nobody'],
    any: 'text',
  },
  mayUseNotes: {
    group: 'Tasks and notes',
    label: 'Notes are used by',
    of: ['everyone', 'administrators', 'nobody'],
    any: 'text',
  },
  /** Keys of people who have left, separated by commas: they own nothing new. */
  inactive: { group: 'Tasks and notes', label: 'Inactive', of: ['nobody', 'sales', 'admin2'], any: 'text' },

  /** A record that no longer matches any rule loses its automatic lock at its next update. */
  releaseWhenUnmatched: { group: 'Locks', label: 'Released when unmatched', of: [true, false] },
  /** The automatic locks of a rule that is deleted. */
  locksOfDeletedRule: { group: 'Locks', label: 'Locks of a deleted rule', of: ['end', 'stay'] },
  /** DELETE of a lock whose source is Both: takes the manual part or is refused. */
  unlockOfBoth: { group: 'Locks', label: 'Unlocking Both', of: ['manual-part', 'refused'] },
  /** The word for a lock that a person and a rule hold: the newest schema has `Both`, older ones have not. */
  sourceOfBoth: { group: 'Locks', label: 'Word for both', of: ['Both', 'Manual', 'Automatic'] },
  /** `$editable` of a record that is locked for the user: false, or true since sharing allows it. */
  editableWhenLocked: { group: 'Locks', label: '$editable when locked', of: [false, true] },
  /** GET of a lock in a module without configuration: 204 or 403 NOT_ALLOWED. */
  missingConfiguration: {
    group: 'Locks',
    label: 'Lock without configuration',
    of: ['no-content', 'not-allowed'],
  },

  /** PUT of a configuration: keys that are absent stay (`partial`) or fall back to their defaults. */
  putMode: { group: 'Settings', label: 'PUT is', of: ['partial', 'replace'] },
  /** `GET settings/modules?feature_name=`: lists the modules that support locking, is refused, or lists all modules. */
  featureModules: { group: 'Settings', label: 'Modules by feature', of: ['answers', 'refused', 'ignored'] },
  /** `GET settings/pipeline`, which tells which stages are closed ones. */
  pipelines: { group: 'Settings', label: 'Pipelines', of: ['answers', 'refused'] },
  /** `GET settings/custom_buttons`, which no page documents: answers or is not there. */
  customButtons: { group: 'Settings', label: 'Custom buttons', of: ['answers', 'missing'] },
  /** Whether a user's language and locale are told. */
  userLocale: { group: 'Settings', label: 'A user’s locale', of: ['given', 'missing'] },
});

type Switches = typeof OPTION_SWITCHES;
type ValueOf<S extends OptionSwitch> =
  | S['of'][number]
  | (S extends { readonly any: 'number' } ? number : never)
  | (S extends { readonly any: 'text' } ? string : never);

export type OptionName = keyof Switches;
export type OptionChoices = { readonly [Name in OptionName]?: ValueOf<Switches[Name]> };

export const isOptionName = (name: string): name is OptionName => Object.hasOwn(OPTION_SWITCHES, name);

/**
 * Choices out of texts, as an address or a form has them; names and values that are not understood are passed over. A value is
 * written as it reads: `true`, `12000`.
 */
export function readChoices(given: Iterable<readonly [name: string, value: string]>): OptionChoices {
  const read: Record<string, string | number | boolean> = {};
  for (const [name, value] of given) {
    if (!isOptionName(name)) continue;
    const known: OptionSwitch = OPTION_SWITCHES[name];
    const choice = known.of.find((one) => String(one) === value);
    if (choice !== undefined) read[name] = choice;
    else if (known.any === 'text') read[name] = value;
    else if (known.any === 'number' && /^\d{1,6}$/.test(value)) read[name] = Number(value);
  }
  return read;
}

/** Whether the sample data depends on one of these. */
export const seeds = (choices: OptionChoices): boolean =>
  Object.keys(choices).some((name) => isOptionName(name) && 'seeds' in OPTION_SWITCHES[name]);

/** Every choice as it is at present, as texts. */
export function presentChoices(choices: OptionChoices): Record<OptionName, string> {
  const entries = Object.entries(OPTION_SWITCHES).map(([name, { of }]) => {
    const chosen = isOptionName(name) ? choices[name] : undefined;
    return [name, String(chosen ?? of[0])];
  });
  return Object.fromEntries(entries);
}

/** Those that are not as they were. */
export function differing(before: OptionChoices, after: OptionChoices): OptionChoices {
  const present: Readonly<Record<string, string>> = presentChoices(before);
  return readChoices(
    Object.entries(after)
      .map(([name, value]) => [name, String(value)] as const)
      .filter(([name, value]) => present[name] !== value),
  );
}

/** The choices that differ from what the sandbox does when nothing is said. */
export const chosen = (choices: OptionChoices): OptionChoices =>
  differing({}, readChoices(Object.entries(presentChoices(choices))));
