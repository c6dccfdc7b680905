import { createStore, type StoreApi } from 'zustand/vanilla';
import { type JsonObject, jsonEqual } from '../../../base/json';
import type { CrmError } from '../../../crm/errors';
import type { Variables } from '../../../crm/write-variable';
import type { Field } from '../../../locking/configuration/fields';
import { reasonProblem } from '../../../locking/lock/reason';
import { explanationVariable, parseExplanation } from '../../../locking/published/explanation';
import { explanationText } from '../../../locking/published/explanation-text';
import type { BrowserMemory } from '../../../ui/browser-memory';
import type { ModuleName } from '../module-row';
import {
  isOffer,
  NOTHING_OFFERED,
  type Offered,
  offerOf,
  type Published,
  passOn,
  readPublished,
  writeReasonsForAll,
  writeSurely,
} from './published';
import { writeDismissals } from './write-dismissals';

/** What came of publishing. `elsewhere`: modules whose explanations still hold the former reasons for all, by name. */
export type PublishNotice =
  | { readonly kind: 'published' | 'unknown' | 'tooLong' | 'invalid' | 'changedByOther' }
  | { readonly kind: 'failed'; readonly error: CrmError }
  | { readonly kind: 'elsewhere'; readonly modules: readonly string[] };

export interface PublisherState {
  /** Null while it is being read. */
  readonly published: Published | { readonly error: CrmError } | null;
  /** The reasons and switches as they are in the form. */
  readonly offer: Offered;
  /** What is published of them. */
  readonly base: Offered;
  /** Whether they differ. */
  readonly unsaved: boolean;
  /** Whether saving was tried: from then on an empty reason is a problem. */
  readonly checked: boolean;
  /** How often saving was stopped by reasons; each time the first of them takes the focus. */
  readonly stops: number;
  readonly busy: boolean;
  readonly notice: PublishNotice | null;
}

export interface PublisherPorts {
  readonly variables: Variables;
  readonly memory: BrowserMemory;
  /** A name for what belongs to the person who is signed in alone. */
  readonly whose?: (name: string) => string;
  readonly module: ModuleName;
  /** The other modules that may have something published. */
  readonly others: () => readonly ModuleName[];
  readonly onUnsaved: (unsaved: boolean) => void;
}

export interface Publisher {
  readonly state: StoreApi<PublisherState>;
  edit(change: Partial<Offered>): void;
  /** Takes the changes back, and gives them so that this can be undone. */
  discard(): Offered;
  /** Whether the reasons can be published; what is wrong with them is shown from then on. */
  check(): boolean;
  /** Reads what is published, the first time or again. */
  read(): void;
  /** Publishes a configuration (null: deleted) and the offer; one after the other. Without fields no values are told. */
  publish(source: JsonObject | null, fields: readonly Field[] | null): Promise<PublishNotice | null>;
  /** Publishes which findings are dismissed, with everything else as it is; false when that did not come about. */
  dismiss(
    dismissed: readonly string[],
    source: JsonObject | null,
    fields: readonly Field[] | null,
  ): Promise<boolean>;
  /** The module was left: what is being published goes on, but nothing more is told to the page. */
  close(): void;
}

const hasProblem = ({ reasons, common }: Offered): boolean => [...reasons, ...common].some(reasonProblem);

const sameOffer = (a: Offered, b: Offered): boolean =>
  jsonEqual(
    [a.reasons, a.common, a.free, { ...a.switches }],
    [b.reasons, b.common, b.free, { ...b.switches }],
  );

/** What is published about a module, and the reasons that its administrators offer. Unpublished ones outlive a reload. */
export function createPublisher(ports: PublisherPorts): Publisher {
  const { variables, memory, module, others, onUnsaved, whose = (name) => name } = ports;
  const { apiName } = module;
  const kept = whose(`reasons.${apiName}`);
  const state = createStore<PublisherState>(() => ({
    published: null,
    offer: NOTHING_OFFERED,
    base: NOTHING_OFFERED,
    unsaved: false,
    checked: false,
    stops: 0,
    busy: false,
    notice: null,
  }));
  let base = NOTHING_OFFERED;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const unsaved = (): boolean => !sameOffer(state.getState().offer, base);

  /** Changes the offer, and writes down what of it is not published. */
  function put(offer: Offered): void {
    const changed = !sameOffer(offer, base);
    state.setState({ offer, unsaved: changed });
    if (closed) return;
    memory.set(kept, changed ? offer : null);
    onUnsaved(changed);
  }

  /** Takes what is published as the new start; changes made here stay. */
  function take(published: Published): void {
    const mine = unsaved() ? state.getState().offer : null;
    base = offerOf(published);
    state.setState({ published, base });
    put(mine ?? base);
  }

  async function load(): Promise<void> {
    const found = await readPublished(variables, apiName);
    if (!found.ok) return state.setState({ published: { error: found.error } });
    const restored = memory.get(kept);
    take(found.value);
    if (isOffer(restored)) put(restored);
  }
  async function publishNow(
    source: JsonObject | null,
    fields: readonly Field[] | null,
  ): Promise<PublishNotice | null> {
    const before = await readPublished(variables, apiName);
    if (!before.ok) return { kind: 'failed', error: before.error };
    // Of a module of which nothing was ever published there is nothing to take back.
    if (!source && !before.value.module && !unsaved()) return null;
    const theirs = offerOf(before.value);
    const clash = unsaved() && !sameOffer(theirs, base) && !sameOffer(theirs, state.getState().offer);
    take(before.value);
    const barred = hasProblem(state.getState().offer);
    // What explains locks goes out all the same, with the reasons that are published already.
    const offer = clash || barred ? base : state.getState().offer;
    // What was dismissed is no part of the form: it stays as it is published.
    const { dismissed } = theirs;
    const text = explanationText(apiName, source, fields, { ...offer, dismissed });
    if (text === null) return { kind: 'tooLong' };
    const forAll = !jsonEqual(offer.common, base.common);
    const first = forAll ? await writeReasonsForAll(variables, offer.common) : null;
    const written =
      first && !first.ok ? first : await writeSurely(variables, explanationVariable(apiName), text);
    if (!written.ok)
      return written.error.certain ? { kind: 'failed', error: written.error } : { kind: 'unknown' };
    const left: string[] = [];
    if (forAll)
      for (const other of others())
        if (!(await passOn(variables, other.apiName, offer.common))) left.push(other.label);
    // What was typed while this was under way stays unpublished.
    take({ module: parseExplanation(text, apiName), everywhere: offer.common });
    if (clash || barred) return { kind: clash ? 'changedByOther' : 'invalid' };
    return left.length ? { kind: 'elsewhere', modules: left } : { kind: 'published' };
  }

  return {
    state,
    edit(change) {
      const { offer, published } = state.getState();
      if (!published || 'error' in published) return;
      state.setState({ notice: null });
      put({ ...offer, ...change });
    },
    discard() {
      const { offer } = state.getState();
      state.setState({ notice: null, checked: false });
      put(base);
      return offer;
    },
    check() {
      const { offer, stops } = state.getState();
      const wrong = unsaved() && hasProblem(offer);
      state.setState({ checked: true, stops: wrong ? stops + 1 : stops });
      return !wrong;
    },
    read() {
      state.setState({ published: null });
      queue = queue.then(load);
    },
    publish(source, fields) {
      state.setState({ busy: true, notice: null });
      const publishing = queue.then(async () => {
        const notice = await publishNow(source, fields);
        state.setState({ busy: false, notice, checked: false });
        return notice;
      });
      queue = publishing;
      return publishing;
    },
    dismiss(dismissed, source, fields) {
      const writing = queue.then(async () => {
        const before = await readPublished(variables, apiName);
        if (!before.ok) return false;
        const written = await writeDismissals(variables, apiName, { dismissed, source, fields });
        if (!written) return false;
        take({ ...before.value, module: written });
        return true;
      });
      queue = writing;
      return writing;
    },
    close() {
      closed = true;
    },
  };
}
