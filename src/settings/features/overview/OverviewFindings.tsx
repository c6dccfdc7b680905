import '../../context/later-styles';
import { bySeverity } from '../../../locking/findings/finding';
import { useStore } from '../../../ui/use-store';
import { useWords } from '../../context/words';
import { modulesShown } from '../../editing/page-state';
import { FindingList } from '../../words/FindingList';
import { type OverviewPorts, overviewOf } from './overview-ports';

/** The findings of all modules, the worst first. */
export function OverviewFindings({ ports }: { readonly ports: OverviewPorts }) {
  const { t } = useWords();
  const { page } = ports;
  const overview = overviewOf(ports);
  const checked = useStore(overview.state, (state) => state.checked);
  const modules = useStore(page.state, (state) => modulesShown(state)?.modules);
  const listed = (modules ?? []).flatMap((module) => {
    const now = checked[module.apiName];
    return now?.kind === 'checked' ? now.shown.map((finding) => ({ module, finding })) : [];
  });
  if (!listed.length) return null;
  const order = new Map(bySeverity(listed.map(({ finding }) => finding)).map((finding, i) => [finding, i]));
  const sorted = listed.sort((a, b) => (order.get(a.finding) ?? 0) - (order.get(b.finding) ?? 0));
  return (
    <section class="findings" aria-labelledby="overview-findings">
      <h2 id="overview-findings">{t('settings.findings.title')}</h2>
      <FindingList
        named
        findings={sorted}
        openOf={({ module }) =>
          () =>
            page.commands.choose(module.apiName)
          }
        onDismiss={({ module, finding }) => overview.dismiss(module.apiName, finding)}
      />
    </section>
  );
}
