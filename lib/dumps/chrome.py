"""What belongs to the page and not to its content: buttons, links and the footer around the records."""

import re

LONGEST = 200

_BUTTON = re.compile(
    r"(?:load|show|see|view) (?:more|all)(?: papers| results)?(?: ?[.…↓▾⌄]+)?"
    r"|(?:next|previous|prev|first|last)(?: page)?(?: ?[›»→>])?|[‹«←<] ?(?:previous|prev|back)(?: page)?"
    r"|back(?: to (?:top|search|papers|results))?|page \d+(?: (?:of|/) \d+)?|\d+ / \d+|loading(?: ?[.…]+)?"
    r"|scholar feed|home|search|trending|explore|feed|sign (?:in|up|out)|log (?:in|out)|skip to (?:main )?content"
    r"|about(?: us)?|privacy(?: policy)?|terms(?: of (?:service|use))?|contact(?: us)?|blog|help|faq|pricing"
    r"|follow(?:ing)?|share|bookmark|save|cite|menu|close|toggle theme|sort by.{0,40}"
    r"|report an? (?:issue|problem|bug)",
    re.IGNORECASE,
)
_FOOTER = re.compile(r"(?:©|\(c\)\s|copyright\s).*|all rights reserved\.?", re.IGNORECASE)
_SURE = re.compile(r"(?:load|show|see|view) (?:more|all).*|next(?: page)?.?.?|previous.*", re.IGNORECASE)


def is_chrome(line: str) -> bool:
    """Whether the line is a button, a link of the page's frame or its footer."""
    return len(line) <= LONGEST and bool(_BUTTON.fullmatch(line) or _FOOTER.fullmatch(line))


def ends_records(line: str) -> bool:
    """Whether no record can go on beneath this line: a pager, or the footer."""
    return len(line) <= LONGEST and is_chrome(line) and bool(_SURE.fullmatch(line) or _FOOTER.fullmatch(line))
