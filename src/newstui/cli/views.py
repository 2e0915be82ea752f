"""`views` and `tags`: the saved views, and the tags that stories have."""

from __future__ import annotations

import click

from newstui.cli.searching import catch_up, mistakes_shown
from newstui.cli.session import Session, json_option, listing_group
from newstui.i18n import _, format_number
from newstui.library.views import COUNTED
from newstui.model import SavedView


def build_views() -> click.Group:
    """Build `views` with its own commands; alone it lists the views."""
    return listing_group("views", _list, [_build_add(), _build_rename(), _build_remove()])


def _list(session: Session, *, as_json: bool) -> None:
    catch_up(session, *(view.query for view in session.library.views.list_views()))
    for view in session.library.views.recount():
        if as_json:
            session.print_json({"view": view.name, "query": view.query, "unread": view.unread})
        else:
            session.print_text(f"{format_count(view):>7}  {view.name}\n         {view.query}")


def format_count(view: SavedView) -> str:
    """Return how many stories of a view are unread: "1,000+" where nobody counted further."""
    if view.unread is None:
        return "?"
    return f"{format_number(COUNTED)}+" if view.unread > COUNTED else format_number(view.unread)


def _build_add() -> click.Command:
    @click.pass_obj
    def add(session: Session, name: str, query: tuple[str, ...]) -> None:
        text = " ".join(query)
        catch_up(session, text)
        with mistakes_shown(text):
            view, _undo = session.library.views.add(name, text)
        session.say(_("Saved as {name}.").format(name=view.name))

    options: list[click.Parameter] = [click.Argument(["name"]), click.Argument(["query"], nargs=-1, required=True)]
    settings = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
    return click.Command(
        "add", callback=add, params=options, context_settings=settings, help=_("Save a query under a name.")
    )


def _build_rename() -> click.Command:
    @click.pass_obj
    def rename(session: Session, name: str, new_name: str) -> None:
        session.library.views.rename(name, new_name)

    options: list[click.Parameter] = [click.Argument(["name"]), click.Argument(["new_name"], metavar="NEW_NAME")]
    return click.Command("rename", callback=rename, params=options, help=_("Give a view another name."))


def _build_remove() -> click.Command:
    @click.pass_obj
    def remove(session: Session, name: str) -> None:
        view, _undo = session.library.views.remove(name)
        session.say(_("Removed: {title}").format(title=view.name))

    return click.Command(
        "remove", callback=remove, params=[click.Argument(["name"])], help=_("Remove a view, not its stories.")
    )


def build_tags() -> click.Command:
    """Build `tags`."""

    @click.pass_obj
    def tags(session: Session, as_json: bool) -> None:
        for tag in session.library.tags.list_tags():
            if as_json:
                session.print_json({"tag": tag.name, "stories": tag.stories, "unread": tag.unread})
            else:
                session.print_text(f"{tag.unread:>6} / {tag.stories:<6}  {tag.name}")

    return click.Command("tags", callback=tags, params=[json_option()])
