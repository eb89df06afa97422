import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { Button, type ButtonLook } from './button';
import { FieldErrors, FieldFrame, type FieldProps, Hint, Optional, typedText, useField } from './field-frame';

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'pattern'
  | 'placeholder'
  | 'readOnly'
  | 'spellCheck'
  | 'lang'
  | 'min'
  | 'max'
  | 'step'
  | 'list'
>;

type TextFieldProps = FieldProps &
  InputProps & {
    type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'number' | 'date' | 'time';
    short?: boolean;
  };

/** A one-line field. What was typed comes back after an error, a password never. */
export function Field({
  name,
  label,
  hint,
  required = true,
  value,
  state,
  type = 'text',
  short = false,
  ...rest
}: TextFieldProps) {
  const facts = useField({ name, hint, state });
  const kept = type === 'password' ? undefined : (typedText(facts.typed) ?? value);
  return (
    <FieldFrame facts={facts} label={label} hint={hint} required={required}>
      <input
        {...rest}
        {...facts.control}
        className={short ? 'input input-short' : 'input'}
        type={type}
        required={required}
        defaultValue={kept}
      />
    </FieldFrame>
  );
}

type DateProps = FieldProps & { min?: string; max?: string; autoComplete?: string };

/** A day, as 'YYYY-MM-DD' in `value`, `min` and `max`; the browser shows it the reader's way. */
export function DateField(props: DateProps) {
  return <Field {...props} type="date" short />;
}

type TextAreaProps = FieldProps &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, 'rows' | 'maxLength' | 'lang' | 'spellCheck'>;

export function TextAreaField({
  name,
  label,
  hint,
  required = true,
  value,
  state,
  rows = 5,
  ...rest
}: TextAreaProps) {
  const facts = useField({ name, hint, state });
  return (
    <FieldFrame facts={facts} label={label} hint={hint} required={required}>
      <textarea
        {...rest}
        {...facts.control}
        className="input"
        rows={rows}
        required={required}
        defaultValue={typedText(facts.typed) ?? value}
      />
    </FieldFrame>
  );
}

export type Choice = { value: string; label: string; lang?: string; disabled?: boolean };

type SelectProps = FieldProps & {
  options: readonly Choice[];
  /** The words of the empty choice; without them the first option is chosen. */
  empty?: string;
  autoComplete?: string;
};

export function SelectField({
  name,
  label,
  hint,
  required = true,
  value,
  state,
  options,
  empty,
  ...rest
}: SelectProps) {
  const facts = useField({ name, hint, state });
  return (
    <FieldFrame facts={facts} label={label} hint={hint} required={required}>
      <select
        {...rest}
        {...facts.control}
        className="input"
        required={required}
        defaultValue={typedText(facts.typed) ?? value}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type CheckboxProps = Omit<FieldProps, 'value'> & {
  /** What is sent when ticked. */
  value?: string;
  checked?: boolean;
};

/** One box with its sentence. Not required unless told; a box that must be ticked is an agreement. */
export function CheckboxField({
  name,
  label,
  hint,
  required = false,
  value = 'on',
  checked = false,
  state,
}: CheckboxProps) {
  const facts = useField({ name, hint, state });
  const sent = facts.typed === undefined ? checked : [facts.typed].flat().includes(value);
  return (
    <div className="field">
      <label className="choice">
        <input {...facts.control} type="checkbox" value={value} required={required} defaultChecked={sent} />
        <span>{label}</span>
        {hint ? (
          <span className="hint" id={`${facts.id}-hint`}>
            {hint}
          </span>
        ) : null}
      </label>
      <FieldErrors id={facts.id} errors={facts.errors} />
    </div>
  );
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode; lang?: string; disabled?: boolean };

type GroupProps = FieldProps & {
  options: readonly Option[];
  /** Boxes instead of one-of-many. */
  multiple?: boolean;
  /** What is ticked at first where several may be. */
  chosen?: readonly string[];
  /** Each option in a frame, for long options such as quiz answers. */
  framed?: boolean;
};

/** One choice of several, or with `multiple` any number of them. */
export function RadioGroup(props: GroupProps) {
  const {
    name,
    label,
    hint,
    required = true,
    value,
    state,
    options,
    multiple = false,
    chosen,
    framed = false,
  } = props;
  const facts = useField({ name, hint, state });
  const ticked = facts.typed === undefined ? (chosen ?? [value]) : [facts.typed].flat();
  return (
    <fieldset
      className="field"
      id={facts.id}
      tabIndex={-1}
      aria-describedby={facts.control['aria-describedby']}
    >
      <legend>
        {label}
        {multiple ? null : <Optional required={required} />}
      </legend>
      <Hint id={facts.id}>{hint}</Hint>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className={framed ? 'choice choice-card' : 'choice'} lang={option.lang}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              required={required && !multiple}
              disabled={option.disabled}
              aria-invalid={facts.control['aria-invalid']}
              defaultChecked={ticked.includes(option.value)}
            />
            <span>{option.label}</span>
            {option.hint ? <span className="hint">{option.hint}</span> : null}
          </label>
        ))}
      </div>
      <FieldErrors id={facts.id} errors={facts.errors} />
    </fieldset>
  );
}

type SubmitProps = { children: ReactNode; look?: ButtonLook; name?: string; value?: string; small?: boolean };

/** The button that sends the form. `name` and `value` tell several buttons of one form apart. */
export function SubmitButton(props: SubmitProps) {
  return <Button {...props} type="submit" />;
}
