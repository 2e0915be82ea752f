from hypothesis import given
from hypothesis import strategies as st

from newstui.model import Document, ParsedArticle
from newstui.text.identity import article_id, canonical_url, content_hash, identity_keys

addresses = st.one_of(
    st.text(),
    st.builds(
        "{}://{}{}/{}?{}#{}".format,
        st.sampled_from(["http", "https", "HTTP"]),
        st.sampled_from(["paper.example", "WWW.Paper.example", "bücher.example", "[::1]", "127.0.0.1"]),
        st.sampled_from(["", ":80", ":443", ":8080"]),
        st.text(),
        st.text(),
        st.text(),
    ),
)


@given(addresses)
def test_the_one_form_is_its_own_one_form(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)


@given(
    st.from_regex(r"[a-z]{1,8}(/[A-Za-z0-9._~!$&'()*+,;=:@-]{1,8}){0,3}", fullmatch=True),
    st.sampled_from(["utm_source", "at_medium", "fbclid"]),
)
def test_scheme_slash_fragment_and_tracking_make_no_difference(path: str, parameter: str) -> None:
    plain = canonical_url(f"https://paper.example/{path}")
    assert canonical_url(f"http://PAPER.example:80/{path}/?{parameter}=x#top") == plain


@given(st.none() | st.text(), st.none() | addresses, st.text(), st.text())
def test_every_article_has_keys_that_make_ids(guid: str | None, url: str | None, title: str, feed: str) -> None:
    article = ParsedArticle(guid=guid, url=url, title=title, document=Document())
    keys = identity_keys(article, feed)
    assert keys
    assert len(set(keys)) == len(keys)
    assert all(len(article_id(key)) == 13 and article_id(key).islower() for key in keys)
    assert len(content_hash(article)) == 16
