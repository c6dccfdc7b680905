import { clipped } from '../../../i18n/isolate';
import { Section } from '../../../ui/Section';
import { useEditing } from '../../context/editor';
import { useWords } from '../../context/words';

/** Settings in a shape that this version does not know: shown as they are, and saved as they came. */
export function OpaqueSection() {
  const { t } = useWords();
  const keys = useEditing(({ draft }) => draft.settings.opaque);
  const source = useEditing(({ draft }) => draft.source);
  if (!keys.length) return null;
  return (
    <Section id="opaque" title={t('settings.opaque')} help={t('settings.opaqueHelp')}>
      <dl class="opaque">
        {keys.map((key) => (
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
