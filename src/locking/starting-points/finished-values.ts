import { criteriaFieldObstacle, type Field, fieldKind, type PicklistValue } from '../configuration/fields';

/** What a record of a module is when it should no longer change. */
export type FinishedKind = 'closed' | 'won' | 'paid' | 'delivered' | 'approved';

/** Words of stored values and labels, in the languages that organisations use most. Whole words only: "unpaid" is not paid. */
const WORDS: { readonly [kind in FinishedKind]: RegExp } = {
  closed:
    /(?<!\p{L})(closed|completed?|done|finished|resolved|archived|cancell?ed|void(ed)?|abgeschlossen|geschlossen|erledigt|storniert|cerrad[oa]|completad[oa]|fermée?|terminée?|chiuso|مغلقة?|مكتملة?)(?!\p{L})/iu,
  won: /(?<!\p{L})(won|gewonnen|ganad[oa]|gagnée?)(?!\p{L})/iu,
  paid: /(?<!\p{L})(paid|cancell?ed|void(ed)?|bezahlt|storniert|pagad[oa]|payée?|annulée?|مدفوعة?|ملغاة?)(?!\p{L})/iu,
  delivered:
    /(?<!\p{L})(delivered|shipped|completed?|cancell?ed|geliefert|ausgeliefert|storniert|entregad[oa]|livrée?|مسل[َّ]*مة?)(?!\p{L})/iu,
  approved:
    /(?<!\p{L})(approved|accepted|confirmed|signed|won|genehmigt|angenommen|bestätigt|aprobad[oa]|aceptad[oa]|approuvée?|acceptée?|معتمدة?|مقبولة?)(?!\p{L})/iu,
};

/** What makes the opposite of a finished value out of one of its words. */
const DENIED = /(?<!\p{L})(not|un|partially|partly|pending|awaiting|nicht|teilweise|no|non|غير)(?!\p{L})/iu;

/** A picklist of the module and its values that mean "finished". */
export interface FinishedValues {
  readonly field: Field;
  readonly values: readonly PicklistValue[];
}

const isFinished = (kind: FinishedKind, { value, label }: PicklistValue): boolean =>
  [value, label].some((text) => WORDS[kind].test(text) && !DENIED.test(text));

const STATUS = /stage|status|state|phase|zustand|estado|statut/i;

/**
 * The picklist that says how far a record is, with its finished values. `names`: API names to look at first. Undefined when
 * there is none, or when all of its values are finished ones.
 */
export const finishedValues = (
  module: string,
  fields: readonly Field[],
  kind: FinishedKind,
  names: readonly string[] = [],
): FinishedValues | undefined => {
  const usable = fields.filter(
    (field) => fieldKind(field) === 'picklist' && criteriaFieldObstacle(field, module) === null,
  );
  const first = usable.filter(({ apiName }) => names.includes(apiName));
  const others = usable.filter(({ apiName, label }) => STATUS.test(apiName) || STATUS.test(label));
  for (const field of [...first, ...others]) {
    const values = field.picklist.filter((item) => isFinished(kind, item));
    if (values.length && values.length < field.picklist.length) return { field, values };
  }
  return undefined;
};
