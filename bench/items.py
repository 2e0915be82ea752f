"""Headlines that somebody looks for, in six languages and Japanese, and what they type: by kind, always the same."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from articles import LANGUAGES, list_words

from newstui.text.folding import WORD

ITEM_LANGUAGES: Final = (*LANGUAGES, "ja")


class Item(NamedTuple):
    """A headline with its text, and what is asked to find it, by kind."""

    title: str
    body: str
    queries: dict[str, str]


_FORMS: Final = {
    "de": "Ministers:Minister Brücken:Brücke Häuser:Haus Wahlen:Wahl Städte:Stadt Gesetzes:Gesetz Präsidenten:Präsident"
    " Bürgerinnen:Bürgerin Vertrag:Verträge Kind:Kinder Straßen:Strasse Bäume:Baum",
    "en": "ministers:minister bridges:bridge cities:city elections:election voters:voter taxes:tax law:laws"
    " company:companies wolves:wolf running:run planned:plan minister’s:minister",
    "fr": "ministres:ministre ponts:pont journaux:journal élections:élection bureaux:bureau l’Assemblée:assemblée"
    " citoyennes:citoyenne loi:lois cheval:chevaux d’impôts:impôt nationales:national jeux:jeu",
    "es": "ministros:ministro puentes:puente elecciones:elección ciudades:ciudad voces:voz leyes:ley niña:niños"
    " acuerdo:acuerdos españolas:español jueces:juez trabajadoras:trabajadora vecinos:vecino",
    "nl": "ministers:minister bruggen:brug straten:straat huizen:huis verkiezingen:verkiezing steden:steden wet:wetten"
    " brieven:brief mannen:man mogelijkheden:mogelijkheid boeren:boer zeeën:zee",
    "pt": "ministros:ministro pontes:ponte eleições:eleição cidades:cidade nacionais:nacional vozes:voz viagem:viagens"
    " acordo:acordos brasileiras:brasileiro papéis:papel professoras:professora leis:lei",
}  # fmt: skip
_SIGNS: Final = {
    "de": "Klima-Gesetz:Klimagesetz E-Mail:email 15.000:15000 Groß-Bad:grossbad Müller:Mueller Goethe:Göthe",
    "en": "e-mail:email O’Brien:OBrien 15,000:15000 co-operation:cooperation 12000:12,000 cease-fire:ceasefire",
    "fr": "l’Élysée:elysee l’œuvre:oeuvre 15\u202f000:15000 week-end:weekend d’Estaing:Estaing l’après-midi:apres-midi",
    "es": "ex-presidente:expresidente 15.000:15000 O’Higgins:ohiggins anti-OTAN:antiotan 20000:20.000 co-líder:colíder",
    "nl": "zee-egel:zeeegel 15.000:15000 e-bike:ebike ex-minister:exminister foto’s:foto 12000:12.000",
    "pt": "guarda-chuva:guardachuva 15.000:15000 d’Água:agua ex-ministro:exministro bem-vindo:bemvindo 12000:12.000",
}
_JAPANESE: Final = (
    "東京 大阪 京都 政府 首相 会見 訪問 国会 選挙 結果 発表 新聞 記者 市長 予算 可決 経済 成長 景気 回復 方針 決定 環境 問題 対策"
    " 会議 地震 津波 被害 支援 学校 教育 病院 医療 研究 開発 技術 企業 株価 上昇 下落 輸出 関税 交渉 合意 条約 防衛 安全 警察 逮捕"
    " 裁判 判決 事故 電車 空港 天気 台風 大雨 気温 野球 優勝 選手 監督 映画 音楽 俳優 作家 文学 美術 料理 観光 温泉 祭り 漁業 農業"
    " 米価 原発 電力 石油 半導体 人工知能 コンピューター ロボット ワクチン インフルエンザ オリンピック サッカー アニメ ゲーム"
)
_ACCENTS: Final = {"de": "äöüß", "fr": "éèêçîœ", "es": "áéíóúñ", "pt": "ãõçéâ", "nl": "ëïéü", "en": "éï"}
_BETWEEN: Final = "のがはにをでも"


def list_items(language: str, count: int) -> list[Item]:
    """Return `count` items of a language."""
    dice = random.Random(f"items {language}")
    make = _make_japanese if language == "ja" else _make_spaced
    return [make(dice, language, number) for number in range(count)]


def _make_spaced(dice: random.Random, language: str, number: int) -> Item:
    words = list_words(language)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    name = _put_accent(dice, dice.choice(words[3000:]) + dice.choice(words[3000:4000])[:4], language).capitalize()
    shown, asked = _choose_pair(_FORMS[language], number)
    signed, unsigned = _choose_pair(_SIGNS[language], number)
    first, second = dice.choice(words[900:]), dice.choice(words[900:])
    chosen = dice.choices(words, weights, k=6)
    rare = max(chosen, key=words.index)
    title = " ".join([*chosen[:3], shown, name, *chosen[3:], signed, first + second])
    return Item(
        title[0].upper() + title[1:],
        " ".join(dice.choices(words, weights, k=400)),
        {
            "two rarer words": f"{rare} {name}",
            "a word without its accents": strip_accents(name),
            "a part of a compound": (first + second)[2:-2],
            "another form of a word": f"{asked} {strip_accents(name)}",
            "signs inside a word": f"{unsigned} {name}",
        },
    )


def _make_japanese(dice: random.Random, _language: str, number: int) -> Item:
    words = _JAPANESE.split()
    chosen = dice.sample(words, 5)
    name = chr(0x4E00 + dice.randrange(0x4000)) + chr(0x4E00 + dice.randrange(0x4000))
    title = "".join(word + dice.choice(_BETWEEN) for word in [*chosen[:2], name, *chosen[2:]])
    body = "。".join("".join(dice.choices(words, k=12)) for _ in range(12))
    katakana = (
        f"{'ガギグゲゴザジズ'[number % 8]}{'ラリルレロマミム'[number // 8 % 8]}ーン{'アイウエ'[number // 64 % 4]}"
    )
    return Item(
        f"{title}「{katakana}」",
        body,
        {
            "a Japanese word": name,
            "two Japanese words": f"{chosen[1]} {name}",
            "a Japanese word inside a phrase": title[title.index(name) - 1 : title.index(name) + 4],
            "half-width and other letters": unicodedata.normalize("NFKD", katakana) + " " + name,
        },
    )


def _choose_pair(pairs: str, number: int) -> tuple[str, str]:
    listed = pairs.split(" ")
    shown, _, asked = listed[number % len(listed)].partition(":")
    return shown, asked


def _put_accent(dice: random.Random, word: str, language: str) -> str:
    at = dice.randrange(1, len(word))
    return f"{word[:at]}{dice.choice(_ACCENTS[language])}{word[at + 1 :]}"


def strip_accents(word: str) -> str:
    """Return a word as it is typed on a keyboard without accents."""
    spelt = word.replace("ß", "ss").replace("œ", "oe")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(letter))


def list_real_queries(title: str, count_of: dict[str, int]) -> Iterator[tuple[str, str]]:
    """What is asked to find a real headline: its words that the fewest texts have; `count_of` says how many."""
    words = WORD.findall(title)
    words = sorted({word for word in words if len(word) > 3}, key=lambda word: (count_of.get(word.lower(), 0), word))
    if len(words) < 2:
        return
    yield "two rarer words", " ".join(words[:2])
    accented = next((word for word in words if strip_accents(word) != word), None)
    if accented:
        other = next(word for word in words if word != accented)
        yield "a word without its accents", f"{strip_accents(accented)} {other}"
    longest = max(words, key=len)
    if len(longest) > 10:
        other = next(word for word in words if word != longest)
        yield "a part of a compound", f"{longest[len(longest) // 3 :]} {other}"
