import type { Published } from '../../crm/published';
import { readConfiguration } from '../../crm/read-configuration';
import { lockOf } from '../../locking/bulk/record-row';
import { ruleNamesIn } from '../../locking/bulk/rule-names';
import type { PageStore } from '../start/page-store';

/** The profile that may always read configurations. Others with the right get what is published first. */
const ADMINISTRATOR = 'Administrator';
/** Name in the session's memory: this user may not read configurations. */
const REFUSED = 'configuration-refused';

/** The user's profile by name: undefined as long as the host may still tell it, null when it does not. */
export type ProfileName = () => string | null | undefined;

/**
 * Learns the names of the rules that hold the records which are shown: by the configuration where this user may read it, else by what
 * is published. One call for a module, two where the first one does not tell.
 */
export function createRuleNames(
  store: PageStore,
  published: Pick<Published, 'kept' | 'read'>,
  profile: ProfileName,
): () => void {
  let asked: number | null = null;

  const isMissing = (): boolean => {
    const names = store.page()?.ruleNames;
    return !!store.listed()?.rows.some((row) => {
      const rule = lockOf(row)?.ruleId;
      return rule && !names?.has(rule);
    });
  };

  async function byConfiguration(module: string): Promise<ReadonlyMap<string, string>> {
    if (store.session.get(REFUSED) === true) return new Map();
    const answer = await readConfiguration(store.line.background, module);
    if (!answer.ok && answer.error.kind === 'noPermission') store.session.set(REFUSED, true);
    return ruleNamesIn(answer.ok ? answer.value : null);
  }

  async function byPublished(module: string): Promise<ReadonlyMap<string, string>> {
    await published.read(module);
    return ruleNamesIn(published.kept(module)?.configuration);
  }

  async function learn(module: string): Promise<void> {
    const moment = store.moment();
    const ways = [byPublished, byConfiguration];
    if ((profile() ?? ADMINISTRATOR) === ADMINISTRATOR) ways.reverse();
    for (const way of ways) {
      const names = await way(module);
      const page = store.page();
      if (!page || !store.isCurrent(moment)) return;
      if (names.size) store.update({ ruleNames: new Map([...page.ruleNames, ...names]) });
      if (!isMissing()) return;
    }
  }

  return () => {
    const module = store.page()?.module;
    if (!module || asked === store.moment() || profile() === undefined || !isMissing()) return;
    asked = store.moment();
    void learn(module);
  };
}
