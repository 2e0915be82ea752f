"""The languages' codes and names: what they call themselves, and what readers of the six languages call them.

NAMES has one language a line: its tag, its own name as a language switch writes it, then the other names it is known by
(after the Unicode CLDR). Where two languages share a name, the first line has it.
"""

from __future__ import annotations

from typing import Final

NAMES: Final = """
en: English | Englisch, anglais, Engels, inglés, inglês
de: Deutsch | German, allemand, Duits, alemán, alemão
fr: Français | French, Französisch, Frans, francés, francês
nl: Nederlands | Dutch, Niederländisch, néerlandais, neerlandés, holandês, Flemish, Vlaams, Flämisch, flamand, flamenco
es: Español | Spanish, Spanisch, espagnol, Spaans, espanhol, castellano, castellà
pt: Português | Portuguese, Portugiesisch, portugais, Portugees, portugués, brasileiro
it: Italiano | Italian, Italienisch, italien, Italiaans
ca: Català | Catalan, Katalanisch, Catalaans, catalán, catalão, valencià
gl: Galego | Galician, Galicisch, galicien, gallego
eu: Euskara | Basque, Baskisch, euskera, basco
oc: Occitan | Okzitanisch, Occitaans, occitano, occitânico
br: Brezhoneg | Breton, Bretonisch, Bretons, bretón, bretão
cy: Cymraeg | Welsh, Walisisch, gallois, galés, galês
ga: Gaeilge | Irish, Irisch, irlandais, Iers, irlandés, irlandês
gd: Gàidhlig | Scottish Gaelic, gaélique écossais, Schots-Gaelisch, gaélico escocés, gaélico escocês
is: Íslenska | Icelandic, Isländisch, islandais, IJslands, islandés, islandês
fo: Føroyskt | Faroese, Färöisch, féroïen, Faeröers, feroés, feroês
no: Norsk | Norwegian, Norwegisch, norvégien, Noors, noruego, norueguês
nb: Norsk bokmål | Bokmål
nn: Norsk nynorsk | Norwegian Nynorsk, norvégien nynorsk, noruego nynorsk, nynorsk norueguês
sv: Svenska | Swedish, Schwedisch, suédois, Zweeds, sueco
da: Dansk | Danish, Dänisch, danois, Deens, danés, dinamarquês
fi: Suomi | Finnish, Finnisch, finnois, Fins, finés, finlandês
et: Eesti | Estonian, Estnisch, estonien, Estisch, estonio, estoniano, Eesti keel
lv: Latviešu | Latvian, Lettisch, letton, Lets, letón, letão, Latviski
lt: Lietuvių | Lithuanian, Litauisch, lituanien, Litouws, lituano, Lietuviškai
pl: Polski | Polish, Polnisch, polonais, Pools, polaco, polonês
cs: Čeština | Czech, Tschechisch, tchèque, Tsjechisch, checo, tcheco
sk: Slovenčina | Slovak, Slowakisch, slovaque, Slowaaks, eslovaco
sl: Slovenščina | Slovenian, Slowenisch, slovène, Sloveens, esloveno, Slovenski
hr: Hrvatski | Croatian, Kroatisch, croate, croata
bs: Bosanski | Bosnian, Bosnisch, bosniaque, bosnio, bósnio
sr: Српски | Serbian, Serbisch, serbe, Servisch, serbio, sérvio, Srpski
mk: Македонски | Macedonian, Mazedonisch, macédonien, Macedonisch, macedonio, macedônio
bg: Български | Bulgarian, Bulgarisch, bulgare, Bulgaars, búlgaro
ro: Română | Romanian, Rumänisch, roumain, Roemeens, rumano, romeno, Moldovan
hu: Magyar | Hungarian, Ungarisch, hongrois, Hongaars, húngaro
sq: Shqip | Albanian, Albanisch, albanais, Albanees, albanés, albanês
el: Ελληνικά | Greek, Griechisch, grec, Grieks, griego, grego
tr: Türkçe | Turkish, Türkisch, turc, Turks, turco
az: Azərbaycanca | Azerbaijani, Aserbaidschanisch, azerbaïdjanais, Azerbeidzjaans, azerbaiyano, azerbaijano, Azərbaycan
kk: Қазақша | Kazakh, Kasachisch, Kazachs, kazajo, cazaque, Қазақ тілі, Қазақ
uz: Oʻzbekcha | Uzbek, Usbekisch, ouzbek, Oezbeeks, uzbeko, uzbeque, O‘zbek, Oʻzbek, Oʻzbek tili, Ўзбек
ky: Кыргызча | Kyrgyz, Kirgisisch, kirghize, Kirgizisch, kirguís, quirguiz, Кыргыз
tg: Тоҷикӣ | Tajik, Tadschikisch, tadjik, Tadzjieks, tayiko, tadjique
tk: Türkmençe | Turkmen, Turkmenisch, turkmène, Turkmeens, turcomano, turcomeno, Türkmen dili
hy: Հայերեն | Armenian, Armenisch, arménien, Armeens, armenio, armênio, հայերէն
ka: ქართული | Georgian, Georgisch, géorgien, georgiano
ru: Русский | Russian, Russisch, russe, ruso, russo, По-русски
uk: Українська | Ukrainian, Ukrainisch, ukrainien, Oekraïens, ucraniano, Українською
be: Беларуская | Belarusian, Belarussisch, biélorusse, bielorruso, bielorrusso, Беларускі
he: עברית | Hebrew, Hebräisch, hébreu, Hebreeuws, hebreo, hebraico, Ivrit
yi: ייִדיש | Yiddish, Jiddisch, yidis, iídiche
ar: العربية | Arabic, Arabisch, arabe, árabe
fa: فارسی | Persian, Persisch, persan, Perzisch, persa, Farsi
ps: پښتو | Pashto, Paschtu, pachto, Pasjtoe, pastún
ur: اردو | Urdu, ourdou
ku: Kurdî | Kurdish, Kurdisch, kurde, Koerdisch, kurdo, curdo, Kurmancî, Kurmanji
ckb: کوردی | Central Kurdish, Zentralkurdisch, sorani, Soranî, kurdo sorani, curdo central, کوردیی ناوەندی
hi: हिन्दी | Hindi, híndi, हिंदी
bn: বাংলা | Bangla, Bengalisch, bengali, Bengaals, bengalí
pa: ਪੰਜਾਬੀ | Punjabi, pendjabi, punyabí, panjabi
gu: ગુજરાતી | Gujarati, goudjarati, guyaratí, guzerate
mr: मराठी | Marathi, maratí, marati
ne: नेपाली | Nepali, Nepalesisch, népalais, Nepalees, nepalí, nepalês
ta: தமிழ் | Tamil, tamoul, tâmil
te: తెలుగు | Telugu, télougou, télugo
kn: ಕನ್ನಡ | Kannada, canarés, canarim
ml: മലയാളം | Malayalam, malayálam, malaiala
si: සිංහල | Sinhala, Singhalesisch, cingalais, Singalees, cingalés, cingalês
my: မြန်မာ | Burmese, Birmanisch, birman, Birmaans, birmano, birmanês, ဗမာ
th: ไทย | Thai, Thailändisch, thaï, tailandés, tailandês
lo: ລາວ | Lao, Laotisch, Laotiaans, laosiano
km: ខ្មែរ | Khmer, jemer
vi: Tiếng Việt | Vietnamese, Vietnamesisch, vietnamien, Vietnamees, vietnamita, Việt ngữ
id: Bahasa Indonesia | Indonesian, Indonesisch, indonésien, indonesio, indonésio, Indonesia
ms: Bahasa Melayu | Malay, Malaiisch, malais, Maleis, malayo, malaio, Melayu
jv: Basa Jawa | Javanese, Javanisch, javanais, Javaans, javanés, javanês
fil: Filipino | Filipijns, Tagalog
ja: 日本語 | Japanese, Japanisch, japonais, Japans, japonés, japonês, にほんご
ko: 한국어 | Korean, Koreanisch, coréen, Koreaans, coreano, 조선말, 한글
zh: 中文 | Chinese, Chinesisch, chinois, Chinees, chino, chinês, 汉语, 漢語, 华语, 华文, Mandarin
sw: Kiswahili | Swahili, Suaheli, suajili, suaíli
am: አማርኛ | Amharic, Amharisch, amharique, Amhaars, amárico
so: Soomaali | Somali, Somalisch, somalí
ha: Hausa | Haussa, haoussa, hauçá
yo: Èdè Yorùbá | Yoruba, iorubá
ig: Igbo
zu: isiZulu | Zulu, zoulou, Zoeloe, zulú
xh: isiXhosa | Xhosa
af: Afrikaans | afrikáans, africâner
mn: Монгол | Mongolian, Mongolisch, mongol, Mongools
bo: བོད་ཡིག | Tibetan, Tibetisch, tibétain, Tibetaans, tibetano
eo: Esperanto | espéranto
la: Latina | Latin, Latein, Latijn, latín, latim
mt: Malti | Maltese, Maltesisch, maltais, Maltees, maltés, maltês
lb: Lëtzebuergesch | Luxembourgish, Luxemburgisch, luxembourgeois, Luxemburgs, luxemburgués, luxemburguês
fy: Frysk | Western Frisian, Westfriesisch, frison occidental, Fries, frisón occidental, frísio ocidental
rm: Rumantsch | Romansh, Rätoromanisch, romanche, Reto-Romaans
sc: Sardu | Sardinian, Sardisch, sarde, Sardijns, sardo
fur: Furlan | Friulian, Friaulisch, frioulan, Friulisch, friulano
nds: Plattdüütsch | Low German, Niederdeutsch, bas-allemand, Nedersaksisch, bajo alemán, baixo alemão
hsb: Hornjoserbšćina | Upper Sorbian, Obersorbisch, haut-sorabe, Oppersorbisch, alto sorbio, alto sorábio
ast: Asturianu | Asturian, Asturisch, asturien, asturiano
rw: Kinyarwanda | quiniaruanda
mg: Malagasy | malgache, Malagassisch, malgaxe
sn: chiShona | Shona, xona
om: Afaan Oromoo | Oromo, Afaan Oromo, Oromoo
ti: ትግርኛ | Tigrinya, tigrigna, tigriña, tigrínia
"""

REGIONAL: Final = """
de-AT: Deutsch (Österreich)
de-CH: Deutsch (Schweiz)
en-AU: English (Australia)
en-GB: English (UK)
en-US: English (US)
es-419: Español (Latinoamérica)
es-ES: Español (España)
es-MX: Español (México)
fr-BE: Français (Belgique)
fr-CA: Français (Canada)
fr-CH: Français (Suisse)
nl-BE: Nederlands (België)
pt-BR: Português (Brasil)
pt-PT: Português (Portugal)
sr-Latn: Srpski
zh-CN: 简体中文（中国）
zh-HK: 繁體中文（香港）
zh-Hans: 简体中文 | 中文（简体）, 中文 (简体), Simplified Chinese, Chinese (Simplified)
zh-Hant: 繁體中文 | 繁体中文, 中文（繁體）, 中文 (繁體), 中文（繁体）, Traditional Chinese, Chinese (Traditional)
zh-TW: 正體中文
"""

TWO_LETTERS: Final = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
"""ISO 639-1."""

PREFERRED: Final = """
ara=ar bul=bg cat=ca ces=cs cze=cs chi=zh cmn=zh cym=cy dan=da deu=de ger=de dut=nl nld=nl ell=el gre=el eng=en est=et
eus=eu baq=eu fas=fa per=fa fin=fi fra=fr fre=fr gle=ga glg=gl heb=he hin=hi hrv=hr hun=hu ind=id isl=is ice=is ita=it
jpn=ja kor=ko lat=la lav=lv lit=lt mkd=mk mac=mk nob=nb nno=nn nor=no pol=pl por=pt ron=ro rum=ro rus=ru slk=sk slo=sk
slv=sl spa=es sqi=sq alb=sq srp=sr swe=sv tha=th tgl=fil tur=tr ukr=uk urd=ur vie=vi zho=zh iw=he in=id ji=yi jw=jv
mo=ro tl=fil sh=sr
"""
"""ISO 639-2 codes and withdrawn ones, and the tags that BCP 47 wants instead."""
