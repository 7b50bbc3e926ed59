const WRITTEN: Readonly<Record<string, string>> = { celsius: '°C', fahrenheit: '°F', 'kg/m2': 'kg/m²', lbs: 'lb' }

/** A unit as people write it. */
export const unitText = (unit: string): string => WRITTEN[unit] ?? unit
