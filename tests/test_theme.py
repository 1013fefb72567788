"""The palette can be read on both papers and by every eye, and whoever has a colour keeps it."""

import itertools
import math
import tomllib

import pytest

from lib.theme import INK, PALE_INK, PALETTE, PAPER, SEQUENTIAL, canvas, contrast, luminance, style, styles, template
from tests.conftest import ROOT

SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
THEMES = ["light", "dark"]

# Machado, Oliveira, Fernandes (2009), severity 1.0: how linear RGB looks to people without one kind of cone.
SIGHT = {
    "typical": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    values = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    return [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of linear RGB."""
    r, g, b = (min(max(value, 0.0), 1.0) for value in rgb)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str) -> float:
    """How far two colours are apart (CIE 1976 ΔE) to an eye; about 2 is just seen."""
    seen = [
        [sum(m * c for m, c in zip(row, linear(colour), strict=True)) for row in SIGHT[sight]]
        for colour in (one, other)
    ]
    return math.dist(lab(seen[0]), lab(seen[1]))


def test_contrast_is_that_of_wcag() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)  # the grey that WCAG's examples name


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("colour", PALETTE)
def test_every_colour_of_the_palette_can_be_seen_on_both_papers(colour: str, theme: str) -> None:
    assert contrast(colour, PAPER[theme]) >= 3


@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_colours_can_be_told_apart_by_every_eye(sight: str) -> None:
    assert min(difference(one, other, sight) for one, other in itertools.combinations(PALETTE, 2)) >= 11


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_links_can_be_read_on_every_ground(theme: str) -> None:
    colours = SETTINGS[theme]
    grounds = [colours["backgroundColor"], colours["secondaryBackgroundColor"], colours["sidebar"]["backgroundColor"]]
    for ground in grounds:
        assert contrast(colours["textColor"], ground) >= 7
        assert contrast(colours["linkColor"], ground) >= 4.5
        assert contrast(colours["primaryColor"], ground) >= 4.5


def test_pale_words_can_be_read() -> None:
    assert contrast(PALE_INK, PAPER["light"]) >= 4.5


def test_streamlit_and_the_figures_agree_on_palette_paper_and_ink() -> None:
    assert SETTINGS["chartCategoricalColors"] == list(PALETTE)
    for theme in THEMES:
        assert SETTINGS[theme]["backgroundColor"] == PAPER[theme]
        assert SETTINGS[theme]["textColor"] == INK[theme]
        assert template(theme).layout.paper_bgcolor == PAPER[theme]


def test_up_to_eight_identities_differ_in_colour() -> None:
    for size in range(1, 9):
        assert len({look.colour for look in styles(map(str, range(size))).values()}) == size


def test_a_hundred_identities_differ_in_colour_symbol_or_dash() -> None:
    assert len(set(styles(f"author-{number}" for number in range(100)).values())) == 100
    assert len({style(number) for number in range(100)}) == 100


def test_the_order_of_the_identities_does_not_matter() -> None:
    names = ["marco-de-nadai", "songpei-xu", "yahui-liu"]
    assert styles(names) == styles(reversed(names)) == styles([*names, *names])


def test_a_newcomer_leaves_most_looks_as_they_were() -> None:
    kept = 0
    for newcomer in range(20):
        names = [f"author-{newcomer}-{number}" for number in range(5)]
        before, after = styles(names), styles([*names, f"newcomer-{newcomer}"])
        kept += sum(before[name] == after[name] for name in names)
    assert kept >= 70  # of 100: 85 were seen


def test_a_canvas_carries_its_titles_and_leaves_the_theme_to_the_page() -> None:
    figure = canvas("Papers in each year", "Year", "Papers", height=200)
    assert figure.layout.title.text == "Papers in each year"
    assert figure.layout.xaxis.title.text == "Year"
    assert figure.layout.yaxis.title.text == "Papers"
    assert figure.layout.height == 200
    assert figure.layout.paper_bgcolor is None


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("at", [0, 1])
def test_ink_is_read_on_the_palest_and_on_the_deepest_square_of_a_heatmap(at: int, theme: str) -> None:
    *channels, cover = map(float, SEQUENTIAL[-at][1].removeprefix("rgba(").removesuffix(")").split(","))
    paper = [int(PAPER[theme][start : start + 2], 16) for start in (1, 3, 5)]
    mixed = [round(cover * over + (1 - cover) * under) for over, under in zip(channels, paper, strict=True)]
    assert contrast("#" + "".join(f"{value:02x}" for value in mixed), INK[theme]) >= 4.5
    assert template(theme).data.heatmap[0].textfont.color == INK[theme]
