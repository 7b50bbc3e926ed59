import { normaliseRomanised } from '../language/index.ts'

const spellings = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [word = '', others = ''] = line.trim().split('=')
        return others.split(' ').map((other): [string, string] => [other, word])
      }),
  )

/** Short words as they are typed on phones, which no folding of sounds brings together. */
const SHORT_FORMS = {
  hi: spellings(`
    nahi=nhi nai nahin nhin nh nahii nahee naii naheen
    raha=rha
    rahi=rhi rai
    rahe=rhe
    gaya=gya gaia
    gayi=gyi gai gae gaee gayee gaii
    gaye=gye gayey
    kar=kr
    karo=kro
    karna=krna
    karta=krta
    karti=krti
    hai=h hae he
    hain=hn
    hoon=hu hun
    ho=hoo
    bahut=bht bhot bohot bohat bhut boht bahot
    mujhe=mje mjhe muje mujko mjhko
    kuch=kch kuchh
    pehle=phle pahle pehele
    abhi=abi
    dard=drd
    saans=sans sas saas sanse sansein
    seene=sine
    khoon=khun khoonn
    ulti=ulty
    bachcha=bacha baccha bachha bcha
    bachche=bache bacche bachhe
    bachchi=bachi bacchi bachhi
    haath=hath
    chhati=chaati chati
    zeher=jahar zahar jeher zehar jehar zehr
  `),
  en: spellings(`
    about=abt
    anymore=nymore anymor
    cant=cnt
    could=cud
    should=shud shuld
    would=wud
    dont=dnt
    help=hlp halp
    hurt=hrt
    heart=hart
    kill=kil kll
    like=lyk lik
    myself=mysef
    not=nt
    pain=pn
    please=pls plz plss
    very=vry
    want=wnt
    with=wid wth
    you=u
  `),
  ta: spellings(`
    mudiyala=mudila mudla mudiyla mudiala mudiyale mudilai mudiyalai mudiyalaye
    illa=ille illae
    varala=varla varle varale
    romba=rmba rombha
    madhiri=maari maadhiri mathiri madiri maathiri
    irukku=iruku irruku irukkuthu irukkudhu irukudhu
    irudhayam=idhayam ithayam idayam
    irudhaya=idhaya ithaya idaya
    vandhuduchu=vanthuruchu vandhuruchu vandhiduchu vanthuduchu
  `),
} as const

/** The comparison key of a Latin-script word read as English: short forms written out, letters held down let go. */
export function englishKey(word: string): string {
  const plain = word.replace(/(.)\1{2,}/g, '$1')
  return SHORT_FORMS.en.get(plain) ?? plain
}

/** The comparison key of a Latin-script word read as Hindi or Tamil: short forms written out, spelling varieties folded. */
export function romanisedKey(word: string, language: 'hi' | 'ta'): string {
  return normaliseRomanised(SHORT_FORMS[language].get(word) ?? word, language)
}

/** English words that in a Hindi sentence are Hindi: "movie me" is in a film, and nobody's own. */
export const HINDI_FIRST: ReadonlySet<string> = new Set('me to is us so main par hum are am do'.split(' '))
