import { createPublished, type Published } from '../crm/published';
import { type ReadVariable, readCrmVariable } from '../crm/read-variable';
import { keptForPerson } from '../ui/browser-memory';
import { type ChangingCommands, createChangingCommands } from './changing/commands';
import { createTyped, type Typed } from './changing/typed';
import { createDetails, type DetailsReader } from './reading/details';
import { createModuleNames } from './reading/module-names';
import { createRuleNames, type ProfileName } from './reading/rule-names';
import { createJournalKeeper } from './run/journal-keeper';
import { keepRun, type RunKeeper } from './run/keep-run';
import { createResuming, type Resuming } from './run/resuming';
import type { RecordsStore } from './start/records-store';
import { arrangeByDetails } from './table/arrange-by-details';

export interface ServicePorts {
  readonly store: RecordsStore;
  /** The id of whoever is signed in, null while it is not known. */
  readonly me: () => string | null;
  readonly profile: ProfileName;
  /** Reads a variable where they are not the CRM's own. */
  readonly readVariable?: ReadVariable | undefined;
  /** Tells the other pages of this browser that a record's lock was changed from here. */
  readonly announce: (module: string, id: string) => void;
  /** Runs a task when nothing more urgent is to be done. */
  readonly later: (task: () => void) => void;
}

export interface Services {
  readonly details: DetailsReader;
  readonly changing: ChangingCommands;
  readonly typed: Typed;
  readonly published: Published;
  readonly runs: RunKeeper;
  readonly resuming: Resuming;
  readModules(): void;
  /** Texts are put in order as this language does. */
  setLocale(tag: string): void;
  /** Who is signed in became known. */
  userCame(): void;
}

/** What the page does once its first rows are shown, without its views. */
export function createServices(ports: ServicePorts): Services {
  const { store, me, profile, readVariable, announce, later } = ports;
  const { memory, session, now, line } = store;
  const published = createPublished(
    readVariable ?? readCrmVariable(line.background),
    keptForPerson(memory, session),
    now,
  );
  const details = createDetails(store);
  const modules = createModuleNames(store);
  const learnRules = createRuleNames(store, published, profile);
  const journal = createJournalKeeper(memory, session, now);
  const runs = keepRun({ store, journal, me, onChanged: announce });
  const resuming = createResuming({ store, journal, details, runs, me });
  const typed = createTyped(memory, session);
  const changing = createChangingCommands({ store, details, runs, typed, published });
  const arranging = arrangeByDetails(store, later);

  const rowsCame = (): void => {
    arranging.rowsCame();
    details.listCame();
    learnRules();
    resuming.rowsCame();
  };
  store.hooks.rowsCame = rowsCame;
  store.hooks.detailsCame = (ids) => {
    arranging.detailsCame(ids);
    learnRules();
  };
  store.api.subscribe((state, before) => {
    const ended =
      state.kind === 'page' &&
      before.kind === 'page' &&
      state.run?.phase === 'ended' &&
      before.run?.phase !== 'ended';
    if (ended) details.readAfterRun();
  });
  const { begun } = store.hooks;
  store.hooks.begun = () => {
    begun();
    // The list goes first.
    queueMicrotask(modules.wanted);
  };
  modules.wanted();
  if (store.listed()) rowsCame();

  return {
    details,
    changing,
    typed,
    published,
    runs,
    resuming,
    readModules: modules.read,
    setLocale: arranging.setLocale,
    userCame: learnRules,
  };
}
