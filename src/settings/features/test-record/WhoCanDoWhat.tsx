import { useMemo } from 'preact/hooks';
import { listText } from '../../../i18n/formats';
import { isolate } from '../../../i18n/isolate';
import { type Audience, type Deed, whoCanDoWhat } from '../../../locking/trial/who-can-do-what';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { textOr } from '../../words/text-or';

/** Who could do what with a locked record: the lock alone, whatever a profile's own permissions say. */
export function WhoCanDoWhat() {
  const words = useWords();
  const { t, tag, direction } = words;
  const { module } = useEditor();
  const draft = useEditing((editing) => editing.draft);
  const profiles = useEditing((editing) => itemsOf(editing.profiles));
  const fields = useEditing((editing) => itemsOf(editing.fields));
  const { deeds, audiences, editableFields } = useMemo(
    () => whoCanDoWhat(draft, module.apiName, profiles ?? null),
    [draft, profiles],
  );
  const deedText = ({ kind, name, label }: Deed): string =>
    kind === 'button' ? (label ?? name) : textOr(words, 'common.action', name);
  const whoText = ({ kind, name, id }: Audience): string =>
    kind === 'profile' ? (name ?? id ?? '') : t(`settings.test.who.${kind}`);
  const editable = editableFields.map((name) =>
    isolate(fields?.find(({ apiName }) => apiName === name)?.label ?? name, direction),
  );
  return (
    <>
      <h3 id="who-title">{t('settings.test.whoTitle')}</h3>
      <p class="muted help">{t('settings.test.whoHelp')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <div class="scroll" tabIndex={0}>
        <table class="who" aria-labelledby="who-title">
          <thead>
            <tr>
              <th scope="col">{t('settings.test.profile')}</th>
              {deeds.map((deed) => (
                <th key={`${deed.kind} ${deed.name}`} scope="col">
                  <bdi>{deedText(deed)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {audiences.map((audience) => (
              <tr key={audience.id ?? audience.kind}>
                <th scope="row">
                  <bdi>{whoText(audience)}</bdi>
                  {audience.exempt && <small>{t('settings.test.exempt')}</small>}
                </th>
                {audience.permissions.map((permission, i) => (
                  <td key={deeds[i]?.name ?? i} class={permission}>
                    {t(`settings.test.permission.${permission}`)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted help">
        {editable.length
          ? t('settings.test.editable', { names: listText(editable, tag) })
          : t('settings.test.noneEditable')}
      </p>
    </>
  );
}
