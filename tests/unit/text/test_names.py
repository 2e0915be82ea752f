from __future__ import annotations

import pytest

from newstui.text.names import NameGroup, fold_name, fold_surname, group_names, list_words, same_name

# The spellings of one name in German, English, French, Spanish, Dutch and Portuguese, where they differ.
SPELLINGS = [
    "Selenskyj Zelensky Zelenskyy Zelenskiy Zelenski Zelenskyj Zelenskij",
    "Wolodymyr_Selenskyj Volodymyr_Zelensky Volodymyr_Zelenskyy Volodímir_Zelenski",
    "Olena_Selenska Olena_Zelenska",
    "Putin Poutine",
    "Wladimir_Putin Vladimir_Putin Vladimir_Poutine VLADÍMIR_PUTIN",
    "Erdoğan Erdogan",
    "Recep_Tayyip_Erdoğan Recep_Tayyip_Erdogan",
    "Sergej_Lawrow Sergey_Lavrov Sergueï_Lavrov Serguéi_Lavrov Sergei_Lavrov",
    "Chruschtschow Khrushchev Khrouchtchev Jruschov Chroesjtsjov Kruschev",
    "Gorbatschow Gorbachev Gorbatchev Gorbachov Gorbatsjov Gorbatchov",
    "Lukaschenko Lukashenko Loukachenko Loekasjenko",
    "Jelzin Yeltsin Eltsine Jeltsin",
    "Dostojewski Dostoevsky Dostoyevsky Dostoïevski Dostoievski Dostojevski",
    "Tschechow Chekhov Tchekhov Chéjov Tsjechov",
    "Tolstoi Tolstoy Tolstoï Tolstói Tolstoj",
    "Jewgeni_Prigoschin Yevgeny_Prigozhin Evgueni_Prigojine Yevgueni_Prigozhin Jevgeni_Prigozjin",
    "Schukow Zhukov Joukov Zjoekov Jukov Júkov",
    "Gaddafi Kadhafi Qaddafi Kaddafi Gadhafi al-Gaddafi",
    "Muammar_al-Gaddafi Mouammar_Kadhafi Muammar_Qaddafi",
    "Chamenei Khamenei Jamenei",
    "Chomeini Khomeini Jomeini Khomeyni",
    "Ahmadinedschad Ahmadinejad Ahmadineyad",
    "Karsai Karzai Karzaï",
    "Juschtschenko Yushchenko Iouchtchenko Joesjtsjenko Iushchenko",
    "Julija_Nawalnaja Yulia_Navalnaya Ioulia_Navalnaïa Julia_Navalnaja",
    "Alexej_Nawalny Alexei_Navalny Alexeï_Navalny Alekséi_Navalni Aleksej_Navalny",
    "Klitschko Klitchko Klichko",
    "Solschenizyn Solzhenitsyn Soljenitsyne",
    "Abramowitsch Abramovich Abramovitch Abramóvich Abramovitsj",
    "Paschinjan Pashinyan Pachinian Pashinián Pasjinian",
    "Saakaschwili Saakashvili Saakachvili",
    "Schewardnadse Shevardnadze Chevardnadze Sjevardnadze",
    "Netanjahu Netanyahu Nétanyahou",
    "Baschar_al-Assad Bashar_al-Assad Bachar_el-Assad Bachar_al_Assad",
    "Xi_Jinping XI_JINPING",
    "Kim_Jong-un Kim_Jong_Un",
    "Müller Mueller Muller",
    "Łukasz_Żółć Lukasz_Zolc",
    "Die_Polizei die_Polizei Polizei",
    "José_Ortega_y_Gasset Jose_Ortega_y_Gasset",
    "Ursula_von_der_Leyen Ursula_Von_der_Leyen",
    "O'Brien O’Brien",
]


@pytest.mark.parametrize("line", SPELLINGS)
def test_spellings_of_one_name_have_one_key(line: str) -> None:
    names = [name.replace("_", " ") for name in line.split()]
    assert len({fold_name(name) for name in names}) == 1, {name: fold_name(name) for name in names}
    assert all(same_name(one, other) for one in names for other in names)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Macron", "Emmanuel Macron"),
        ("Xi", "Xi Jinping"),
        ("Kim", "Kim Jong-un"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Lula da Silva", "Luiz Inácio Lula da Silva"),
        ("López Obrador", "Andrés Manuel López Obrador"),
        ("J. Biden", "Joe Biden"),
        ("Joseph Biden", "Joseph R. Biden"),
        ("J.-L. Mélenchon", "Jean-Luc Mélenchon"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Dimitri Medvedev", "Dmitri Medwedew"),
        ("Selenskyj", "Volodymyr Zelensky"),
    ],
)
def test_short_and_full_forms_may_be_one_person(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Emmanuel Macron", "Brigitte Macron"),
        ("Olena Selenska", "Wolodymyr Selenskyj"),
        ("Joe Biden", "Jill Biden"),
        ("Thomas Meyer", "Thomas Meier"),
        ("Hans Schmidt", "Hans Schmitt"),
        ("Peter Fischer", "Peter Fisher"),
        ("Paul Kirchhof", "Paul Kirchhoff"),
        ("Ernst Bischof", "Ernst Bischoff"),
        ("Ahmed al-Gamal", "Ahmed al-Kamal"),
        ("Anna Gaddi", "Anna Kadi"),
        ("Jean Juvin", "Jean Chuvin"),
        ("Jean Dupont", "Jean-Pierre Dupont"),
        ("Maria Weber", "Mario Weber"),
        ("Kim Kardashian", "Kim Jong-un"),
        ("Li Keqiang", "Jet Li Junior"),
        ("Macron", "Macron Emmanuel"),
        ("K. Weber", "Anna Weber"),
        ("Kim Jong Un y Donald Trump", "Donald Trump"),
        ("Roy Rogers und Dale Evans", "Evans"),
    ],
)
def test_different_people_are_kept_apart(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Emmanuel Macron", "macron"),
        ("Charles de Gaulle", "gaulle"),
        ("Xi Jinping", "xi"),
        ("Martin Luther King Jr.", "king"),
        ("Robert E. Lee", "lee"),
        ("José Ortega y Gasset", "jose ortega y gasset"),
        ("Annegret Kramp-Karrenbauer", "kramp-karrenbaur"),
        ("Лавров", "лавров"),
        ("", ""),
        (" ?! ", "?!"),
    ],
)
def test_surnames(name: str, surname: str) -> None:
    assert fold_surname(name) == surname


def test_a_surname_goes_to_the_one_who_is_meant_nearly_always() -> None:
    counts = {"Macron": 100, "Emmanuel Macron": 50, "Brigitte Macron": 2, "E. Macron": 1}
    assert group_names(counts) == [
        NameGroup(("Emmanuel Macron", "Macron", "E. Macron"), 151),
        NameGroup(("Brigitte Macron",), 2),
    ]


def test_a_surname_that_two_people_share_goes_to_neither() -> None:
    assert group_names({"Smith": 3, "John Smith": 2, "Jane Smith": 2, "J. Smith": 1}) == [
        NameGroup(("Smith",), 3),
        NameGroup(("Jane Smith",), 2),
        NameGroup(("John Smith",), 2),
        NameGroup(("J. Smith",), 1),
    ]


def test_the_most_frequent_full_form_is_shown() -> None:
    counts = {"Selenskyj": 9, "Wolodymyr Selenskyj": 3, "Volodymyr Zelensky": 4, "Zelensky": 1}
    (group,) = group_names(counts)
    assert group.spellings == ("Volodymyr Zelensky", "Selenskyj", "Wolodymyr Selenskyj", "Zelensky")
    assert (group.name, group.count) == ("Volodymyr Zelensky", 17)


def test_a_name_is_found_by_its_words_as_written_and_as_they_sound() -> None:
    assert {"wolodymyr", "selenskyj", "volodimir", "selenski"} <= list_words("Wolodymyr Selenskyj")
    assert {"annegret", "kramp", "karrenbauer"} <= list_words("Annegret Kramp-Karrenbauer")
    assert {"erdogan"} <= list_words("Erdoğan")
