const DISPLAY: Readonly<Record<string, string>> = {
  '1': '',
  '10*3/uL': '×10³/µL',
  '10*6/uL': '×10⁶/µL',
  '10*9/L': '×10⁹/L',
  '10*12/L': '×10¹²/L',
  '10*5/uL': 'lakh/µL',
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[ft_i]': 'ft',
  'mm[Hg]': 'mmHg',
  'kg/m2': 'kg/m²',
  'meq/L': 'mEq/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
  '/[HPF]': '/hpf',
  '/[LPF]': '/lpf',
  'mm/h': 'mm/hr',
  'mg/(24.h)': 'mg/24 h',
  'g/(24.h)': 'g/24 h',
  '{titer}': '',
  '[pH]': '',
  '{INR}': '',
}

/** A UCUM code as people write the unit: `10*3/uL` as `×10³/µL`. Empty for pure numbers. */
export function displayUnit(ucum: string): string {
  const special = DISPLAY[ucum]
  if (special !== undefined) return special
  return ucum
    .replaceAll('[IU]', 'IU')
    .replace(/\{[^}]*\}/g, '')
    .replace(/(?<![a-zA-Z])u(?=[a-zA-Z])/g, 'µ')
}
