"""The words that hold sentences together, by language: the six, and neighbours that they must not be taken for.

Words of two letters and more that news texts hold in almost every sentence, in lower case; a word may stand in several
languages and then speaks for each of them less. After an elision ("l'accord", "dell'uomo") the part before the
apostrophe counts by itself.
"""

from __future__ import annotations

from typing import Final

FUNCTION_WORDS: Final = """
en: a s me my want the of and to in is for that on with was as by at from are be have has had were been this which will would could
 should an it its he his she her they their them we our you your not but or if when who what how why where after before
 about into over more than out up down can may say says said new all no one two first us against amid between during
 under while there these those some any most many also just only other such do does did being because through since

de: der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wird werden wurde
 wurden hat haben hatte hatten mit von vom zu zum zur bei beim für auf aus nach über unter vor durch gegen ohne um im am
 an ins als wie dass daß wenn weil ob sich er sie es wir ihr ihre ihren ihrem seine seinen seiner seinem sein auch noch
 nur schon mehr sehr kein keine keinen kann können soll sollen will wollen muss müssen bis seit zwischen wegen während
 diese dieser dieses diesem diesen was wer wo nun jetzt neue neuer neuen neues alle zwei ersten laut sagt sagte statt

fr: à y l d qu n c s me le la les un une des du de et ou mais ne pas est sont était étaient sera seront été être a ont avait avaient avoir
 avec sans pour par dans sur sous vers chez entre après avant depuis pendant contre en au aux ce cet cette ces son sa ses
 leur leurs il elle ils elles on nous vous qui que quoi dont où se si plus moins très aussi comme selon tout tous toute
 toutes fait faire peut dit deux premier première nouveau nouvelle même autres lors ainsi alors encore déjà face afin
 car donc cela celui celle ceux jusqu lui leur notre votre mon ma mes sera fois ans

nl: de het een en van in is op te dat die met voor zijn niet aan er om ook als dan maar bij nog uit naar wordt worden
 werd werden heeft hebben had hadden was waren door over tot tegen onder tussen na sinds tijdens volgens zonder wel geen
 hij zij ze hun haar hem we wij je jij u ik dit deze daar hier waar wie wat hoe waarom wanneer kan kunnen moet moeten zal
 zullen zou zouden wil willen mag mogen meer veel alle andere nieuwe nieuw twee eerste zegt zei zich al toch want omdat
 of jaar mensen binnen nu weer dus zo

es: a y el la los las un una unos unas de del al o pero no es son era eran fue fueron ser sido está están ha han había he
 habían haber con sin por para en sobre entre hasta desde hacia contra tras según durante ante bajo que qué quien quién
 cual como cómo cuando donde se su sus le les lo me mi nos este esta estos estas ese esa esos esas eso esto más menos
 muy también ya si sí porque aunque todo todos toda todas otro otra otros otras dos primer primera nuevo nueva nuevos
 nuevas puede pueden hace hacer dice dijo así cada sólo solo aún años tiene tienen

pt: a o os as me no um uma uns umas de do da dos das no na nos nas ao aos à às pelo pela pelos pelas num numa em e ou mas não é são
 era eram foi foram ser sido está estão tem têm tinha tinham ter há com sem por para sobre entre até desde contra após
 segundo durante sob que quem qual como quando onde se seu sua seus suas lhe lhes ele ela eles elas este esta estes
 estas esse essa esses essas isso isto mais menos muito também já porque embora todo todos toda todas outro outra outros
 outras dois duas primeiro primeira novo nova novos novas pode podem faz fazer diz disse assim cada só ainda anos depois

it: a è l d il lo la gli le un uno una di del dello della dei degli delle dal dallo dalla dai dalle nel nello nella nei nelle
 sul sulla sui sulle al allo alla ai agli alle dell nell all dall sull e o ma non è sono era erano fu stato stata stati
 essere ha hanno aveva avevano avere con senza per tra fra su in da che chi cosa come quando dove perché se si suo sua
 suoi sue lui lei loro noi questo questa questi queste quello quella più meno molto anche già ancora tutto tutti tutta
 tutte altro altri due primo prima nuovo nuova può possono fare detto dopo contro secondo così ogni anni

ca: l d a el la els les un una uns unes de del dels al als pel pels per i o però no és són era eren va van ser estat està ha
 han havia amb sense en sobre entre fins des cap contra després segons durant que qui què com quan on es se seu seva seus
 seves li ho hi aquest aquesta aquests aquestes això més menys molt també ja perquè encara tot tots tota totes altre
 altres dos primer nou nova pot fer diu anys

gl: a o os me as un unha uns unhas do da dos das no na nos nas ao aos polo pola e ou pero non é son era foi foron ser está
 ten teñen con sen por para sobre entre ata desde contra despois segundo que quen como cando onde se seu súa seus súas
 lle este esta isto máis moito tamén xa porque aínda todo todos outro outra dous novo nova pode facer dixo anos

ro: și în la de cu pe din care este sunt era au a fost fi va vor nu că să pentru prin după dar sau mai ce cum când
 unde lui lor său sa sale un o ai ale al cei cele acest această acestea foarte prea între până asupra fără despre

sv: och att det som en ett på är av för med den till inte om har hade var från men de kan ska skulle vid så när sig
 efter också eller över under mellan mot utan han hon vi ni jag du sin sitt sina detta denna dessa mer mycket alla två
 nya säger blir blev

da: og at det som en et på er af for med den til ikke om har havde var fra men de kan skal skulle ved så når sig efter
 også eller over under mellem mod uden han hun vi jeg du sin sit sine dette denne disse mere meget alle to nye siger
 bliver blev

no: og at det som en et på er av for med den til ikke om har hadde var fra men de kan skal skulle ved så når seg etter
 også eller over under mellom mot uten han hun vi jeg du sin sitt sine dette denne disse mer mye alle to nye sier blir
 ble

pl: i w na z do się nie że jest są był była było były o od za po przez dla ale oraz jak co który która które tym tego
 tej jego jej ich ma mają może przed przy pod nad bez czy już także będzie roku

cs: a v na z do se že je jsou byl byla bylo byly o od za po pro ale jako co který která které tím toho jeho její jejich
 má mají může před při pod nad bez již také bude podle ve ze si nebo

hu: a az és hogy nem is egy van volt meg de csak már még ez azt ezt mint vagy lesz aki ami után szerint között ellen

fi: ja on ei että oli se hän ovat olla myös mutta kun joka jotka sen mukaan kuin vain jo nyt tai sekä ollut

tr: ve bir bu da de için ile olarak olan daha çok en gibi sonra kadar ancak ise değil var yok göre

id: yang dan di dari untuk dengan pada ini itu tidak akan dalam adalah ke oleh juga telah sudah bisa karena mereka

af: die en van het nie is in om te wat vir met sy hy hulle dat aan ook was word op as ons ek kan sal moet deur oor maar
"""
