/**
 * Marker words of languages that are easily taken for ours, so that an answer can say honestly which languages it
 * speaks. Short grammar words only: they are what tells the neighbours apart. Written for this project.
 */

/** Languages written in Devanagari, as ISO 639-3 codes. `hin` is the one we speak. */
export const DEVANAGARI_MARKERS: Readonly<Record<string, string>> = {
  hin: 'है हैं हूँ हूं हो था थी थे का की के को से में और नहीं यह वह मैं मुझे मेरा मेरी मेरे क्या कैसे कब क्यों रहा रही रहे गया गई हुआ हुई करना कर लिए पर भी ने तो या एक आप हम उनके उनका अपने सकता सकते होता होती होते चाहिए जो कि इस उस इसके उसके',
  mar: 'आहे आहेत नाही आणि मला माझा माझी माझे माझ्या तुम्ही आम्ही काय कसे कसं का आहेस होते होता होती झाला झाली झाले करा करणे करतो करते पाहिजे साठी मध्ये च्या ची चे चा ला त्या त्यांच्या ते ती तो हे ही हा असून किंवा व मी त्रास दुखत दुखते डोके पोट कोणत्याही सर्व त्याला तिला आले आली येत नको मिळेल आहेस उरली ज्याअर्थी',
  nep: 'छ छन् छु छैन छौं हुन्छ हुन्न थियो भयो भएको गर्न गर्ने गरेको गर्छ मलाई मेरो तिमी तपाईं तपाईंको हामी हाम्रो यो त्यो लाई बाट सँग पनि रहेको हो होइन के कसरी किन कति दुख्यो दुख्छ ज्वरो आयो अनि तर र को का',
  bho: 'बा बाटे बानी बाड़ी बाड़े बाड़ीं हमार हमरा रउआ रउरा तोहार ओकर होला रहल गइल भइल कइल कइसे काहे आउर अउर खातिर लोगन सभे ना होखे करे लागल दिहल देवे मानव हवे हई हs जवन तवन एह ओह हमनी बुझाता लागत आपन केहू होखता होई होला होखी हवे हउए हउवे जाला करेला देला रहेला कइला ओखिनियो उनकर सबके ओकरा जेकरा ऊ ई एगो दुगो कवनो कउनो जइसे ओही एही खाती के से पर एक सब जो तो भी हो या',
  mai: 'अछि छैक छल छथि छी अहाँ अहां हमर हमरा हुनकर ओकर एहि ओहि सँ केर आओर आ लेल होइत करैत गेल भेल कएल कोनो किएक कतेक जाहि ताहि अपन सभक नहि नञि मे ई केँ सभकेँ अपना करबाक होएबाक चाही छथिन छलाह रहल दोसराक दोसर जेना तेना ओ जे के से पर एक सब तथा आओर अथवा हेतु द्वारा वा सभ',
  mag: 'हइ हई हथिन हलइ हलन हमनी हमर तोहर ओकर कैलक गेलइ भेलइ हे आउ ला सब से के नयँ नञ होवऽ हको जेकरा अप्पन बड़ी होबऽ होवे हथ हथी हुनखो हुनकर हमनिन करऽ रहऽ जाहे करे कउनो कोय कोई आउर अउर एहि ऊ ई के से पर एक सब जे तो भी हो या चाही',
  san: 'अस्ति सन्ति भवति भवन्ति अहम् त्वम् मम तव किम् कथम् च एव तत् सः सा ते इति न अस्माकं युष्माकं',
  kok: 'आसा आसात म्हाका म्हजें म्हजो तुका तुजें कितें कशें ना जाता करता आनी हांव तूं',
  doi: 'ऐ न ते दा दी दे मेरा मिगी तुगी कीऽ होंदा करदा',
  awa: 'अहै अहइ हमार तोहार रहा रहै का कै मा कउन जउन करब होइ',
  hne: 'हवय हे मोर तोर तोला मोला कइसे नइ अउ ला मन करथे होथे हावय',
  raj: 'छै म्हारो म्हारी म्हाने थारो थारी थाने कांई कोनी घणो हुवै',
}

/** Languages typed in Latin letters, as ISO 639-3 codes. English, Hindi and Tamil have word lists of their own. */
export const LATIN_MARKERS: Readonly<Record<string, string>> = {
  mal: 'enikku enik njan njaan ente ninte ningal ningalude aanu anu alle illallo undu und undo illa ille enthanu entha enthu engane evide eppol cheyyan cheyyum cheyyanam venam pattilla patilla kazhinju vannu poyi vedana vayaru thala pani pinne ivide avide avan aval njangal nammal ithu athu mathi sukham sukhamano orupaadu valare nalla ayyo chettan chechi enne ennod',
  tel: 'naaku naku nenu meeru miru nuvvu nannu naa mee unnadi undi undhi unna unnaru unnaya ledu ledhu kaadu kadu avunu enti emiti ela ekkada eppudu enduku chala chaala baaga baga noppi jwaram jvaram cheyyali cheyandi cheppandi cheppu vachindi vachhindi vastundi ayindi ayyindi kavali kaavali ante mariyu kani tho lo ki raadu raavatledu tinnanu kadupu tala gunde nundi nunchi',
  kan: 'nanage nange nanna naanu nanu neevu neenu ninna nimma nimage ide idhe idhu illa ilva beku beda eno yenu enu hege yelli elli yaake yake yavaga aagide agide aguttide bandide maadi madi madbeku maadabeku hogi hogbeku tumba thumba novu jvara tale hotte mattu aadare alli illi namma namage avaru avalu avanu helu heli swalpa',
  mar: 'mala mla majha maza majhi mazi majhe maze majhya tula tumhala tumhi amhi aamhi aahe ahe aahet ahet nahi nahiye kay kaay kasa kashi kase kuthe kadhi mhanje mhanun aani ani pan khup dukhat dukhtay dukhate pot doka taap ala aala zala jhala zali karu karaycha sathi madhe ghya ghyava sanga',
  ben: 'amar ami amake tumi tomar apni apnar ache achhe nei hobe hoyeche hoyechhe korbo korte korchi korche ki keno kothay kobe kemon bhalo khub byatha betha jor jwor matha pet ebong kintu theke jonno lagche lagchhe parchi parchhi na eta ota ekta shorir oshudh',
  guj: 'mane mne maru mari maro mara tamne tame tamaru hu chu chhu che chhe nathi shu su kem kyare kya kevi rite ane pan thay thayu thayo thai gayu gayo dukhe dukhavo tav mathu pet khub saru karvu karvani joie joiye mate thi ma nu ni no',
  pan: 'mainu menu mera meri tuhanu tuhada tuhadi tusi tussi assi asi sanu sada saadi hai ne hega haigi si nahi nai ki kiwe kiven kithe kado kyon te nal naal vich wich ton toh da di de dukhda peed bukhar bahut bada changa karna karda hunda hoya hoyi',
  nep: 'malai mero timi timro tapai tapaiko hami hamro cha chha chhaina chaina huncha hunchha bhayo bhako gareko garne garnu kasari kina kati ani tara pani dukhyo dukhcha jwaro tauko pet aayo lagyo ho hoina',
  bho: 'hamar hamra hamke tohar tohra rauwa raua ba bani bate baani bade hola gail bhail kail kaise kahe aur khatir naikhe nahi hokhe lagal lagta dukhata dukhat',
  urd: 'mujhay meray hamaray aapkay kyunkay lekin janab sahib mehrbani shukriya inshallah mashallah khuda hafiz assalam alaikum walaikum dawai tabiyat',
  ori: 'mo mora mote tume tumara apana apananka achhi nahin heba heuchi heuchhi karibi karuchi kana kahinki kemiti kebe bahut bhala o au pain ru re kasta',
  sin: 'mata mage oyage oya mama api eka meka thiyenawa tiyenawa nehe naha kohomada mokakda ai koheda hari godak ridenawa una oluwa bada',
  spa: 'el la los las de que y en un una por con para es son del se su al lo como mas pero sus le ya este esta muy tengo dolor me duele mi estoy hay cuando porque considerando todos derechos humanos gracias hola buenos dias necesito ayuda fiebre cabeza',
  por: 'o os as um uma de do da dos das que em para com nao por mais como mas foi ao ele tem seu sua ou ser quando muito nos ja eu tambem pelo pela ate isso estou dor minha meu tenho obrigado febre cabeca',
  fra: 'le la les des de du un une et est en que qui dans pour pas sur avec plus par je tu il elle nous vous mon ma mes ce cette sont ne au aux se mal tete ventre fievre bonjour merci douleur depuis',
  deu: 'der die das und ist nicht ich sie es ein eine mit auf fur von den dem zu im des auch als wie aber oder habe hat bin mein meine schmerzen kopf bauch fieber seit danke bitte wird sind bei nach',
  ita: 'il lo la gli le di che e un una per con non sono del della nel mi ho ma come piu anche questo questa dolore testa febbre grazie ciao mal da dei degli',
  ind: 'tak boleh kena patut buat tidur malam sangat ubat lagi nak dah macam mana aku anak saya perut kepala demam sakit apa yang dan di ke dari untuk dengan pada adalah ini itu tidak saya anda kamu kami kita dia mereka akan bisa sudah belum ada bahwa atas hak semua anggota manusia sakit kepala perut demam terima kasih apa bagaimana kenapa karena atau juga dalam oleh sebagai menimbang',
  swh: 'na ya wa kwa ni katika la za cha vya kuwa hii hiyo huyo yake wake watu haki mimi wewe yeye sisi nyinyi wao nina una ana tuna sana maumivu kichwa tumbo homa asante habari nini vipi kwanini lini wapi lakini au binadamu',
  tgl: 'ang ng mga sa na ay at ako ikaw siya kami tayo kayo sila ko mo niya namin natin ninyo nila ito iyan iyon hindi oo po ba kung para dahil may mayroon wala masakit ulo tiyan lagnat salamat kumusta ano paano bakit kailan saan pagkilala karapatan lahat',
  tur: 've bir bu da de icin ile ne var yok ben sen biz siz benim senin cok agri basim agriyor nasil neden ama degil olarak',
  vie: 'toi ban la khong co va cua cho voi duoc nay nhung mot bi dau',
  pol: 'nie jest sie na to ze w z i do co jak mam boli glowa brzuch goraczka dziekuje prosze mnie',
  nld: 'de het een en van ik is dat niet in op te zijn voor met mijn heb pijn hoofd buik koorts dank',
}

/** Words that stand in one of these languages and in nothing that we speak: two of them settle a short message. */
export const SURE_LATIN_MARKERS: Readonly<Record<string, string>> = {
  tel: 'naaku naku nenu meeru miru undhi unnadi unnayi unnaru ledu ledhu kaadu avunu enti enduku ekkada eppudu emundi emi cheyali cheyyali cheppandi cheppu vesukovali taggatledu thaggatledu noppi jwaram jvaram kadupu kadupulo garu gaaru tinali thinali tinavachu thinavacha ekkuvaga ekkuva takkuva nidra pattadam vastundi vasthundi avutundi avuthundi kavali kaavali chesuko matladali tagginchu mandu mandulu dorukutundi gurinchi chudandi naa',
  mal: 'njan njaan ente enikku enikk ninte ningal ningalude aanu alle enthanu entha enth enthu engane evide eppozha eppol cheyyanam cheyyan kazhikkam kazhikkan kazhikkendath vedana thalavedana vedanikkunnu kooduthal innale muthal urakkam marunnu kuttikk pattilla vayya sheriyano kittunnilla nokkamo nokkanam paniyund undo und kazhicho chumakkunnu chuma',
  kan: 'nanage nange nanna naanu neevu nimma nimage idhe ideya enide yenu hege yelli nalli beku beda maadodu maadbeku maadabeku thumba tumba novu jvara bandide aagide aagtide agtide hotte nidde yaava thagobeku tagobeku mathre tinnabeku maguvige barthilla baralla hogbeku nodi heli gottilla',
  ben: 'amar amake ami apnar apni hocche hochhe hoyeche hoyechhe korche korchhe korbo khabo khete parbo raate ghum oshudh osudh byatha ekbar dekhun dekhben bacchar beshi kemon kothay lagche lagchhe parchi parchhi shorir jonno theke',
  guj: 'mane maro mari maru chhe che nathi kyare aavti aavyo aave aapo joie joiye levi levo levu karvu karvani thay thayu dukhe ungh chhokra chhokri tamne amne mathu kevi shu',
  pan: 'mainu vich likheya reha rehi rehe nu kariye aundi aunda hunda hundi sanu tuhada tuhanu tusi tussi kiwe kiven peya gayaa haiga haigi pind',
  ori: 'mora mote heichi hauchi heuchi karibi karuchi dekhantu bindhuchi pila munda kahinki kemiti achhi',
  mar: 'mala maza majha majhi mulala aahe ahet zop yet nahiye dukhtay potat doka vadhli madhe tumhi kasa kashi aala zala pahije',
  ind: 'saya aku tidak tak boleh tidur perut kepala demam patut buat kena ubat sangat',
}

/** Endings of the same kind, of words long enough to be no other. */
export const SURE_LATIN_ENDINGS: readonly (readonly [string, RegExp])[] = [
  ['tel', /.{3}(?:tunnayi|tunnaru|tunnadi|tunnanu|tundi|thundi|kovali|atledu|aledu|andi|valla|lekapothe)$/],
  ['mal', /.{3}(?:unnu|unnilla|unnundo|ikkam|ikkan|ikkanam|endath|ittund|ittilla|aarund|umo)$/],
  ['kan', /.{3}(?:ttide|tide|dide|utte|uttade|beku|bahudu|thilla|ttilla|alli)$/],
  ['ben', /.{2}(?:cche|chche|echhe|oyeche|echilo|chhilo|tese)$/],
  ['ori', /.{3}(?:uchi|uchhi|antu|ithila)$/],
]
