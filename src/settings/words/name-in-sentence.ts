import { moduleSupport } from '../../locking/configuration/module-support';

/**
 * A module's name inside a sentence. English writes Zoho's own names small ("215 deals"). A name that people gave stays as they
 * wrote it: nobody can tell how its capitals are meant.
 */
export const nameInSentence = (
  { apiName, label }: { readonly apiName: string; readonly label: string },
  tag: string,
): string =>
  tag.startsWith('en') && label.replaceAll(' ', '_') === apiName && moduleSupport(apiName, null) === 'yes'
    ? label.toLowerCase()
    : label;
