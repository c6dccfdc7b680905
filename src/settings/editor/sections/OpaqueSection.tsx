import { clipped } from '../../../i18n/isolate';
import { Section } from '../../../ui/Section';
import type { SectionProps } from '../editor-view';

/** Settings in a shape that this version does not know: shown as they are, and saved as they came. */
export function OpaqueSection({ state, ui }: SectionProps) {
  const { source, settings } = state.draft;
  if (!settings.opaque.length) return null;
  return (
    <Section id="opaque" title={ui.t('settings.opaque')} help={ui.t('settings.opaqueHelp')}>
      <dl class="opaque">
        {settings.opaque.map((key) => (
          <div key={key}>
            <dt>{clipped(key)}</dt>
            <dd>
              <code dir="ltr">{JSON.stringify(source[key])}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
