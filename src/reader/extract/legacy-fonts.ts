/**
 * Fonts from before Unicode, whose letters are Latin codes drawn as Devanagari or Tamil: the text layer of a page set
 * in them is gibberish however clean it looks.
 */
const LEGACY_FONT =
  /kruti\s*-?dev|krutidev|devlys|chanakya|shusha|shivaji|walkman|agra|aps[-\s]?(?:c|dv)|apsdv|dv[-_]?tt|dvb?w-?tt|dvot|naidunia|bhaskar|jagran|4cgandhi|richa|susha|yogesh|sanskrit ?99|kundli|akruti|shree[-\s]?(?:dev|lipi|tam|0|7)|bamini|baamini|tscii|tsc_|tab[-_]|tam[-_]?(?:elango|tab)|elango|vanavil|sun ?tommy|senthamil|kalaham|amudham|mylai|anjal|lt-?tm|tace|murasu|thamizh|nakkeeran|tboomi|tneri|ilakkiya|tau[-_]elango/i

/** Whether a font is one whose text layer cannot be taken at its word. */
export function isLegacyFont(name: string): boolean {
  return LEGACY_FONT.test(name.replace(/^[A-Z]{6}\+/, ''))
}
