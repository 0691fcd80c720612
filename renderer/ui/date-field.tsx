// A day. The browser's own field writes days its own way (month first, in many); under it the day stands in words, so that nobody is misled.
import { useLocale } from 'react-aria-components'
import { TextField, type TextFieldProps } from './text-field.tsx'

/** `value`: as 2026-11-23, or '' for none. */
export interface DateFieldProps extends Omit<TextFieldProps, 'type' | 'hint' | 'lines' | 'placeholder'> { value: string }

export function DateField(props: DateFieldProps) {
  const { locale } = useLocale()
  return <TextField {...props} type="date" hint={inWords(props.value, locale)} />
}

function inWords(day: string, locale: string): string | undefined {
  const at = day === '' ? NaN : Date.parse(`${day}T12:00:00Z`)
  return Number.isNaN(at) ? undefined : new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at)
}
