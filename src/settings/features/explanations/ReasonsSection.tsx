import { useLayoutEffect, useRef } from 'preact/hooks';
import { Section } from '../../../ui/Section';
import { useStore } from '../../../ui/use-store';
import { useEditor, useReadOnly } from '../../context/editor';
import { useWords } from '../../context/words';
import { Reasons } from './Reasons';

/** The reasons that are offered to people who lock. */
export function ReasonsSection() {
  const { t } = useWords();
  const { module, publisher, commands } = useEditor();
  const { offer, checked, stops } = useStore(publisher.state, (now) => now);
  const readOnly = useReadOnly();
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    if (stops) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [stops]);
  return (
    <Section id="reasons" title={t('settings.saving.reasonsTitle')} help={t('settings.saving.reasonsHelp')}>
      <fieldset class="plain" ref={box} disabled={readOnly}>
        <Reasons
          title={t('settings.explanations.moduleReasons', { module: module.label })}
          reasons={offer.reasons}
          checked={checked}
          onChange={(reasons) => commands.offer({ reasons })}
        />
        <Reasons
          title={t('settings.explanations.commonReasons')}
          reasons={offer.common}
          checked={checked}
          onChange={(common) => commands.offer({ common })}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={offer.free}
            aria-describedby="free-text-help"
            onChange={(event) => commands.offer({ free: event.currentTarget.checked })}
          />
          {t('settings.explanations.free')}
        </label>
        <p class="muted help under-check" id="free-text-help">
          {t('settings.explanations.freeHelp')}
        </p>
      </fieldset>
    </Section>
  );
}
