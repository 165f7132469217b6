/** What was refused, as errors of a form. */
import type { Refusal } from '../../kernel/result.ts';
import type { BlockFaults, BlockField } from './block-form.ts';
import { blocksText, fieldFaults, unitFields } from './page.text.ts';
import { organisationRefusal } from './text.ts';
import type { OrganisationRefusal } from './text.ts';
import { fieldOfRefusal, longestText, unitFieldNames } from './unit-form.ts';
import type { FieldFault, UnitFaults } from './unit-form.ts';

/** As the form's summary takes it. */
export type FormError = { readonly field?: string; readonly label?: string; readonly message: string };

export function faultErrors(faults: UnitFaults): readonly FormError[] {
  return unitFieldNames.flatMap((field) => {
    const fault = faults[field];
    return fault ? [{ field, label: unitFields[field], message: faultText(fault) }] : [];
  });
}

export function refusalErrors(refusal: Refusal): readonly FormError[] {
  const field = fieldOfRefusal(refusal.kind);
  const message = organisationRefusal(refusal as OrganisationRefusal);
  return [field ? { field, label: unitFields[field], message } : { message }];
}

function faultText(fault: FieldFault): string {
  return fault === 'tooLong' ? fieldFaults.tooLong(longestText) : fieldFaults[fault];
}

const blockFields: Readonly<Record<BlockField, string>> = {
  code: blocksText.code,
  name: blocksText.name,
  kind: blocksText.kind,
};

export function blockFaultErrors(faults: BlockFaults): readonly FormError[] {
  return (Object.keys(blockFields) as BlockField[]).flatMap((field) => {
    const fault = faults[field];
    return fault ? [{ field, label: blockFields[field], message: faultText(fault) }] : [];
  });
}

export function blockRefusalErrors(refusal: Refusal): readonly FormError[] {
  const message = organisationRefusal(refusal as OrganisationRefusal);
  return refusal.kind === 'block_code_taken' ? [{ field: 'code', label: blockFields.code, message }] : [{ message }];
}
