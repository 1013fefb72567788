"""The parts of the Members page, and of the page that a link opens.

members     who may enter the library, and as what
links       read-only links to single dashboards, for people without an account
audit       who did what, when
guest       what such a link shows
"""
