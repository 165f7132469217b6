/** Several forms of a page may have fields of the same names: a scope tells their ids apart, for the summary of errors too. */
import { createContext, useContext } from 'react';

export const FormScope = createContext('');

export const fieldId = (name: string, scope = '') => (scope === '' ? `o-${name}` : `o-${name}-${scope}`);

/** Within a form: the id of its field of that name. */
export const useFieldId = (name: string) => fieldId(name, useContext(FormScope));
