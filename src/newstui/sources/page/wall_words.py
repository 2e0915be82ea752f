"""The words of walls in six languages: one alternative a wording, one line a language."""

from __future__ import annotations

import re
from typing import Final

CONSENT_URL: Final = re.compile(
    r"://consent\.|/consent\b|cookie-?wall|privacy-?(?:gate|wall)|/zustimmung\b", re.IGNORECASE
)

CONSENT: Final = re.compile(
    r"\b(?:cookies?|consent|tracking|privacy\w*"
    r"|einwilligung\w*|zustimm\w+|datenschutz\w*"
    r"|consentement|traceurs?|confidentialité"
    r"|toestemming|persoonsgegevens"
    r"|consentimiento|privacidad\w*"
    r"|consentimento|privacidade)\b",
    re.IGNORECASE,
)
"""What a question for consent is about; three of them make a page suspicious."""

ACCEPT: Final = re.compile(
    r"\b(?:accept|agree|allow all"
    r"|akzeptieren|zustimmen|einverstanden|alle zulassen"
    r"|accepter|j['’]accepte|tout autoriser"
    r"|accepteren|akkoord|alles toestaan"
    r"|aceptar|acepto|permitir todo"
    r"|aceitar|aceito|concordo|permitir todos)\b",
    re.IGNORECASE,
)

ASKS_FOR_PAYMENT: Final = re.compile(
    r"\b(?:subscribe|sign up|register|log in|become a member)\b(?:[\w ]{0,25}) to (?:continue|keep|read|unlock)\b"
    r"|\bto (?:continue|keep) reading\b|\b(?:for|to) (?:our )?(?:paid )?(?:subscribers|members)(?: only)?\b(?=[.!:]| only|$)"
    r"|\bsubscribers? only\b|\bunlock this (?:article|story)\b|\blimit of free (?:articles|stories)|\bfree articles? (?:left|remaining)\b"
    r"|\bweiterlesen mit\b|\bmit \S+ weiterlesen\b|\bjetzt (?:abonnieren|weiterlesen|freischalten)\b|\bum weiterzulesen\b|\bmit einem abo\b"
    r"|\b(?:nur|exklusiv) für (?:\w+-)?(?:abonnent|mitglieder|leser\w* mit abo)|\bum (?:diesen|den) (?:artikel|text|beitrag) (?:\w+ ){0,2}zu lesen\b"
    r"|\bréservée? (?:à nos|aux) abonné|\bpour lire la suite\b|\babonnez-vous pour|\bil vous reste [\d.,]+ ?% de cet article"
    r"|\b(?:alleen|exclusief) voor abonnees|\bverder lezen\?|\bom (?:dit artikel )?verder te lezen\b|\bword (?:nu )?abonnee\b"
    r"|\b(?:solo|exclusiv[oa]) para (?:nuestros )?suscriptores|\bpara (?:seguir|continuar) leyendo\b|\bsigue leyendo con\b"
    r"|\blímite de artículos\b"
    r"|\bexclusiv[oa]s? (?:para|d[eo]s) (?:nossos )?assinantes|\bpara continuar (?:a ler|lendo)\b|\bassine para ler\b"
    r"|\blimite de (?:artigos|notícias|matérias)\b|\btem de ser assinante\b|\btorne-se assinante\b",
    re.IGNORECASE,
)
"""What nobody says beside an article that can be read."""

KNOWS_SUBSCRIBERS: Final = re.compile(
    r"\balready a (?:subscriber|member)\b|\bbereits (?:abonnent|registriert)|\bbereits ein abo\b|\bdéjà abonné|\bal abonnee\b"
    r"|\bya (?:soy|eres) suscriptor|\bjá é assinante",
    re.IGNORECASE,
)
"""What a site says on every page, and what means something only where there is hardly more than that."""

CHALLENGE_TITLE: Final = re.compile(
    r"^(?:just a moment|attention required|access denied|are you a robot|verify you are human|human verification"
    r"|checking your browser|please wait|pardon our interruption|security check|bot verification"
    r"|einen moment|un instant|een ogenblik|nog een moment|un momento|um momento|só um momento)",
    re.IGNORECASE,
)

CHALLENGE_TEXT: Final = re.compile(
    r"\benable js and disable any ad blocker|\bverify(?:ing)? (?:that )?you are (?:a )?human|\bunusual traffic\b|\bare you a robot\b"
    r"|\byou are not a robot|\bchecking (?:if the site connection|your browser)"
    r"|\bkein roboter (?:sind|bist)|\bdass sie ein mensch sind"
    r"|\bvous (?:êtes (?:bien )?humain|n['’]êtes pas un robot)"
    r"|\bgeen robot (?:bent|ben)\b|\bdat je een mens bent"
    r"|\bno eres un robot|\bno es un robot|\bque eres humano"
    r"|\bnão é um robô|\bque (?:você )?é humano",
    re.IGNORECASE,
)
