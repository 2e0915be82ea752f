"""Desks: each does the commands of one group and holds the state that they need.

A command "article.star" is done by the desk "article" in its method `star`. A desk knows the room, and the desks that
it is given; widgets know no desk.
"""
