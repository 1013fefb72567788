"""A visitor without a screen, who speaks to a server as the pages in a browser do.

A browser takes seconds for each page; this takes what the server takes, so that every page can be asked for in every
role. It can also say what no page offers.
"""

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 60  # seconds
SUCCESS = 0  # of ForwardMsg.script_finished; a run that another one replaces ends with 2
XSRF = "_streamlit_xsrf"


@dataclass
class Seen:
    """What a run of a page drew: all words in it, what is on its controls, and where a browser would be sent."""

    words: str = ""
    labels: set[str] = field(default_factory=set)
    buttons: dict[str, str] = field(default_factory=dict)
    redirect: str = ""

    def add(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "auth_redirect":
            self.redirect = message.auth_redirect.url
        text = str(message.delta)
        self.words += text
        self.labels |= set(re.findall(r'\blabel: "([^"]*)"', text))
        if message.delta.new_element.WhichOneof("type") == "button":
            button = message.delta.new_element.button
            self.buttons[button.label] = button.id


class Visitor:
    """One person's browser; each page is opened in a tab of its own.

    `known` is the same person on another server. The proxy before both gives them one address, so the sign-in of there
    holds here.
    """

    def __init__(self, address: str, known: "Visitor | None" = None) -> None:
        self.address = address
        self.origin: str = known.origin if known else address
        self.http = httpx.Client(follow_redirects=True, timeout=PATIENCE)
        self.http.cookies.update(known.http.cookies if known else None)
        self.http.get(f"{address}/_stcore/health")

    def cookie(self, name: str) -> str:
        return next((one.value or "" for one in self.http.cookies.jar if one.name == name), "")

    def open(self, page: str, **query: str) -> "Tab":
        """The page as a link opens it."""
        return Tab(self, page, urlencode(query))

    def sign_in(self, name: str) -> None:
        """Press the button, and tell the identity provider who this is."""
        with self.open("") as tab:
            asked = self.http.get(self.address + tab.press("Sign in").redirect)
        assert self.http.post(asked.url, data={"sub": name}).status_code == 200

    def close(self) -> None:
        self.http.close()


class Tab:
    """A page that is open: `seen` is what its last run drew, `pages` where its links may lead, by address."""

    def __init__(self, visitor: Visitor, page: str, query: str) -> None:
        self._visitor, self._page, self._query = visitor, page, query
        self._hash, self.session = "", ""
        self.pages: dict[str, str] = {}
        cookies = "; ".join(f"{one.name}={one.value}" for one in visitor.http.cookies.jar)
        self._opened = ExitStack()
        self._socket: ClientConnection = self._opened.enter_context(
            connect(
                visitor.address.replace("http", "ws", 1) + "/_stcore/stream",
                origin=Origin(visitor.origin),
                additional_headers={"Cookie": cookies},
                subprotocols=[Subprotocol("streamlit"), Subprotocol(visitor.cookie(XSRF).strip('"') or "-")],
                max_size=None,
            )
        )
        self.seen = self.run()

    def __enter__(self) -> "Tab":
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def follow(self, page: str) -> Seen:
        """Click a link to the page, whether or not one is there."""
        self._page, self._hash = page, self.pages[page]
        return self.run()

    def press(self, label: str) -> Seen:
        """Press the button with these words."""
        return self.run(self.seen.buttons[label])

    def run(self, pressed: str = "") -> Seen:
        """Let the page run again."""
        state = ClientState(
            query_string=self._query,
            page_name=self._page,
            page_script_hash=self._hash,
            widget_states=WidgetStates(widgets=[WidgetState(id=pressed, trigger_value=True)] if pressed else []),
            context_info=ContextInfo(
                url=f"{self._visitor.origin}/{self._page}", is_embedded="embed=true" in self._query
            ),
        )
        self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        self.seen = self._read()
        return self.seen

    def _read(self) -> Seen:
        seen = Seen()
        while True:
            data = self._socket.recv(timeout=PATIENCE)
            assert isinstance(data, bytes)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                seen = Seen(redirect=seen.redirect)
                self.session = message.new_session.initialize.session_id
            elif kind == "navigation":
                self._hash = message.navigation.page_script_hash
                self.pages = {one.url_pathname: one.page_script_hash for one in message.navigation.app_pages}
            elif kind == "script_finished" and message.script_finished == SUCCESS:
                return seen
            seen.add(message)
