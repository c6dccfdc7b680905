import { reloadPage } from '../../ui/reload-page';
import type { DeferredViews } from './view-context';

/**
 * What stands in the place of the views that are loaded after the status: nothing yet, or that their file did not come. Then only
 * a reload asks for it again.
 */
export const missingParts = (failed: boolean): DeferredViews => ({
  start() {},
  headline: () => ({}),
  barred: () => ({ tasks: [], why: null }),
  asides: () => null,
  actions: () => null,
  occupied: () => false,
  below: () => null,
  details: () => !failed && <div class="coming" />,
  changing: (_state, { t }) => (
    <div class={failed ? 'note bad' : 'note'}>
      {t(failed ? 'common.partFailed' : 'common.loading')}
      {failed && (
        <button type="button" class="link" onClick={reloadPage}>
          {t('common.retry')}
        </button>
      )}
    </div>
  ),
  announcement: (_state, { t }) => t(failed ? 'common.partFailed' : 'common.loading'),
});
