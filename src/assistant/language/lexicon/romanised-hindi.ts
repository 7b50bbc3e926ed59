/**
 * Romanised Hindi as people type it on phones. Written for this project; spelling varieties (aa/a, ee/i, w/v …) are
 * folded before look-up, so one spelling per word is enough.
 */

/** Grammar words and verb endings: one of these says more about the language of a sentence than any noun. */
export const ROMANISED_HINDI_GRAMMAR = `
hai hain hoon hu ho hun tha thi the thay hoga hogi honge hota hoti hote hua hui hue hona hone raha rahi rahe rha rhi rhe
ka ki ke ko se mein mai main me par pe tak bhi hi to toh na nahi nahin nhi nai nahee mat aur ya lekin magar par kyunki kyuki isliye agar
jab tab kab ab abhi phir fir kya kyun kyu kyon kaise kaisa kaisi kese kahan kaha kidhar kaun kon kiska kiski kiske kise kisko kitna kitni kitne konsa konsi kaunsa
mera meri mere mujhe mujhko mujhse mujse mujhme humko hume humein hum hamara hamari hamare hamko tum tumhara tumhari tumhare tumhe tumko tera teri tere tujhe tujhko
aap aapka aapki aapke aapko aapse apna apni apne woh wo vo usko use uska uski uske usse unko unka unki unke unse unhe unhone usne isne inka inki inke inko inse iska iski iske isko isse isne
yeh ye yah yahan yaha wahan waha idhar udhar jo jis jisse jiska jiski jiske jisko jaise jaisa jaisi waise waisa aise aisa aisi itna itni itne utna utni utne jitna jitni jitne
koi kisi kuch kuchh sab sabhi sabko sabse har bahut bohot bahot bhot bht thoda thodi thode zyada jyada zada kam bilkul sirf bas keval liye lie liya saath sath baad pehle pahle phle pahele baare bare andar bahar upar niche neeche aage peeche piche paas pass dur door bina beech
kar karo karna karne karta karti karte kare karen karein kiya kiye ki karke kariye kijiye kijie karu karun karunga karungi karega karegi karenge karwana karwane karwaya karwao krna kro kr krke krta krti kra karvana
de do dena dene deta deti dete diya diye dijiye dijie dedo doonga dunga dungi dega degi denge le lo lena lene leta leti lete liya lijiye lijie lelo lunga lungi lega legi lenge loon
ja jao jana jaana jane jaane jata jaata jati jaati jate jaate gaya gayi gai gaye gya gyi gye jaye jaaye jaega jayega jayegi jayenge jaunga jaungi jaiye jau jaun
aa aao aana aane aata aati aate aaya aayi aaye aai aaya ayi aye aayega aayegi aiye aaiye aarha aarhi aunga
sakta sakti sakte sake saku sakun sakega paya payi paye pata pati pate paa paaya chahiye chahie chaiye chahta chahti chahte chahe chaahiye
lag laga lagi lage lagta lagti lagte lagna lagne lgta lgti lgaya lagaya lagao lagayi rakh rakho rakhna rakha rakhi rakhe rakhta wala wali wale vala vali vale walo waali
bolo bol bola boli bole bolta bolti bolna batao bata bataye bataiye bataen batana batayein batayiye btao btaiye pucho pooch poocho puchna pucha kaho kaha kahte kehte kehta kehti kehna keh dekho dekh dekha dekhi dekhe dekhna dekhen dekhiye dikhao dikha dikhaye dikhta dikhna suno sun suna sunao sunna
haan han haa ji jee accha acha achha achhi acchi achchha theek thik tik sahi galat arre are arey oye yaar yar bhai
`

/** Everyday and health words. */
export const ROMANISED_HINDI_WORDS = `
aaj kal parso din raat subah sham shaam dopahar hafta hafte mahina mahine saal sal varsh ghanta ghante baje bajkar samay waqt vakt der jaldi dheere roz rozana hamesha kabhi kabhikabhi
somvar mangalvar budhvar guruvar shukravar shanivar ravivar itvaar agla agle agli pichla pichle pichhle pichli aakhri naya nayi naye purana purani purane
ek teen char chaar paanch panch chhe saat aath nau das gyarah barah pandrah bees tees chalis pachas sau hazar lakh aadha adha dedh dhai pehla dusra doosra doosre dusre dusri teesra
ghar ghr parivar maa mummy papa pita mata pitaji mataji bhaiya bhabhi behen behan bahan didi beta beti bete bachcha bacha baccha bachche bachcho bachhe bachi bachchi ladka ladki ladke aadmi admi aurat log logon logo dost pati patni biwi bivi dada dadi nana nani chacha chachi mama mami mausi bua sasur saas pota shishu navjaat naujawan buzurg insaan
naam kaam kam kamra gaon gaav shahar shehar sadak rasta raste gali mohalla khet dukan bazaar bazar paisa paise rupaye rupay daftar naukri padhai sarkar sarkari desh duniya dunia zindagi jindagi jeevan maut jaan pyar pyaar mohabbat dil mann man dimag soch khushi gussa dukh udaas akela darr dar chinta pareshan pareshani himmat umeed bharosa
khana khaana khane khaya khayi khao khata khati khate khilao khila pani paani doodh dudh chai roti chawal dal daal sabzi sabji namak cheeni chini shakkar mitha meetha teekha masaledar tel ghee anda machli machhli gosht phal seb kela aam peena piya piyo pita piti pite pilao pi bhookh bhuk pyaas bhojan nashta
sona soya soyi sota soti neend nind neendh uthna utha uthi uthta uthne baitha baithna baithe chalna chalta chalti chalne chal chalo chala khada khadi khade gira giri gir girna girne daudna bhagna likho likhna padho padhna padha khelna hasna hansi rona ro rota royi naachna gaana gana gaane bajao baja bajana bajne gana sunao bhejo bhej bheje bhejna khareedna kharidna kharido bechna khojo khojna khoj dhundo dhoondo dhundna badlo badalna badal badalo hatao hataye hata hataen jodo jodna chalu band bandh shuru khatam khtm ruko rukna ruk rok roko rokna rokne milna mila mili milega milegi mile milta milti milo milao yaad dila dilao dilaen bhul bhool bhulna samajh samjha samjhao samjho soch socho sochna janna jaanna janta jaante jano pata maloom malum khol kholo dhyan khayal madad sahayta sahara zaroorat zarurat jarurat jaruri zaroori zaruri karan wajah vajah tarika tareeka upay ilaj ilaaj salah
jaankari jankari sawaal sawal jawab javab khabar mausam barish baarish garmi sardi dhoop thand hawa paudha ped phool kutta kutte billi saanp saap sanp bichhu bichchu machhar makkhi bandar chuha chuhe chipkali madhumakkhi tataiya
sheher bada badi bade chota choti chote chhota chhoti chhote lamba lambi lambe mota patla patli bhaari bhari halka halki halke tez tej teez dheema gehra gehri kala kali lal laal peela peeli neela neele hara safed gora garam thanda thandi sukha sukhi geela gila saaf ganda gandi kharab bura buri sundar mehnga sasta asaan mushkil kathin ajeeb pura poora puri poori khaali khali akele saare sara sari tayyar taiyar naraz
sahab vaidya hakeem aspatal haspatal dawa dava dawai davai dawaiyan dawayi goli goliyan goliya sui teeka tika parcha jaanch janch rog rogi mareez marij mariz bimari beemari bimar beemar swasth sehat tabiyat tabiat tabeeyat takleef taklif taqleef dikkat pareshani lakshan
dard drd dukhna dukhta dukh dukhta peeda pida jalan khujli khujali sujan soojan sooj suja suji bukhar bukhaar jukham zukam zukaam nazla sardi khansi khaansi khasi kharash chheenk chink chhink balgam kaf ulti ultiyan ulti matli ji machalna jee ghabrahat ghabra bechaini chakkar behosh behoshi hosh kamzori kamjori thakan thakaan thaka thaki kampan kaanp kaap kapkapi paseena pasina psina daura dora mirgi lakwa lakva falij jhatka jhatke sunn sun akad akdan jakdan khinchav moch haddi tooti toot tut tuti chot ghaav ghav zakhm jakhm khoon khun rakt katna kat kata kaat kaata kaatna jalna jala jali jal jhulas phoda funsi phunsi dana daane dane chhale mavad peep pus dast pechish kabz kabj badhazmi gas afara peshab pishab mutra shauch tatti mal paikhana bawasir khatti dakar
saans sans saas swas dum dam ghutna ghut ghutan phool fool phoolna hafna haanf sir sar sr matha mathe aankh ankh aankhon aankhe palak kaan kan naak nak muh munh mooh hoth honth jeebh jibh daant dant masude gala gale gardan kandha kandhe seena seene sine sina chhati chati chaati pasli pet peth pait naabhi nabhi kamar kamr peeth pith kulha haath hath haathon hatho kalai kohni ungli ungliyan nakhun pair pairo pairon paon ghutna ghutne jaangh taang taangein edi talwa panja nas nasen gurda gurde jigar phephde fefde dil dhadkan dhadak chamdi twacha tvacha skin baal bal sharir shareer badan jism vajan wazan kad yoni ling andkosh garbh garbhvati mahwari mahavari maasik prasav stanpan
shugar madhumeh bp raktchap low dama tb dengue pilia piliya peeliya kainsar gathiya motapa khoon ki kami aankhein chashma
zeher zahar jahar zehar khudkushi atmahatya marna mar mara mari mare marta maar maara maarta maarna jaan jeena jina jee phansi faansi latak nas kaatna pitai peeta hinsa dhamki
nashe nasha sharab daaru beedi bidi tambaku gutka paan
khareed mausam taapmaan baadal aasman suraj chand taare pahad nadi samundar sangeet geet gaadi gadi hawai jahaz yatra safar tikat kiraya pata khata paisa bijli pani
hafto dino mahino salon ghanto dafa baar bar kai kaafi kafi lagbhag kareeb karib takreeban shayad zaroor pakka sach jhooth matlab yaani yani jaisa tarah tarike taraf or oor baki baaki dono dusron alag ek saath milkar turant fauran achanak achaanak ekdam lagatar baar dubara dobara wapas vapas phirse
namaste namaskar pranam dhanyawad dhanyavad shukriya shukria alvida maaf maafi kripya krupya swagat suprabhat kripaya zara jara mehrbani
sakoon araam aaram vyayam yoga dhyan parhez khurak khuraak matra roj pehlu hissa hisse tukda cheez chiz cheezein baat baatein baate bat kahani kitab likha patra sandesh khabar tasveer tasvir
dekhbhal bukharr thandi lagna pila laal chakte khujana sikai malish patti marham lep kadha haldi adrak tulsi shahad nimbu
hinsa gaali gali peetna dahej kanoon vakil adalat thana chor chori
bhagwan khuda ishwar mandir masjid puja pooja tyohar shaadi shadi vivah janam janamdin umar umr aayu jawan budha boodha bacpan bachpan
kr rhe h hn nhi ni kyu ky kb ap apka mujhy muje mujko mje krna krne krdo kardo kardu karlo krlo deedo bhejdo batado lagado dedu jarurat kuchbhi sbhi sb bs thk thik hh hora hori horha horhi hogya hogyi hogaya hogayi hojata hojati hojaye horaha horahi
gyi gyaa dia lia bna bana banao banana banaya bani bante bante banta pdta padta padti padte pada padi padna padega padhta rehta rehti rehte rahta rahti rahte rehna rahna rahne reh rahega
khushkhabri sabun kapda kapde joota chappal darwaza khidki bistar palang takiya kambal
pe se nikal nikla nikli nikle nikalna nikalta nikalti nikaal nikala bahar beh behna bahna bahta bahti baha behta behti tapak tapakna phat fat phatna phata phati fata foot phoot tedha tedhi ladkhada ladkhadana hakla tutla dhundhla dhundhlapan andhera ujala roshni awaaz awaz aawaz sunai dikhai
gale mein atak atka atki phas phasa fas fasa nigal nigla nigalna chabana thook thuk laar
pachna pachta hazma hajma chubhna chubhti chubhan chubhta bhaari bhaaripan bharipan dabav dabaav dabana daba kasav tapna tap tapta badan
`
